import type { SparklineProps } from "../Sparkline/Sparkline.types";

export type MonthChartProps = SparklineProps;
