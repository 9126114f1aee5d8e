import React from "react";
import { mergeClasses } from "@fluentui/react-components";
import { useLocale } from "../Locale/Locale";
import { barWords } from "../meterWords";
import { useQuotaBarStyles } from "./QuotaBar.styles";
import type { BarShape, QuotaBarProps } from "./QuotaBar.types";
import { barShape, usePatternId } from "./useQuotaBar";

type Styles = ReturnType<typeof useQuotaBarStyles>;

interface DrawingProps {
  readonly shape: BarShape;
  readonly height: number;
  readonly pattern: string;
  readonly styles: Styles;
}

const length = (share: number): string => `${share * 100}%`;

const Patterns = ({ pattern, styles, covered }: { pattern: string; styles: Styles; covered: boolean }) => (
  <defs>
    <pattern id={pattern} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" className={covered ? styles.dotGround : styles.hatchGround} />
      {covered ? (
        <circle cx="3" cy="3" r="1.5" className={styles.dot} />
      ) : (
        <path d="M-1.5 1.5l3-3M0 6l6-6M4.5 7.5l3-3" strokeWidth="1.6" className={styles.hatch} />
      )}
    </pattern>
  </defs>
);

const Beyond = ({ limit, covered, ...rest }: Omit<DrawingProps, "shape"> & { limit: number; covered: boolean }) => (
  <>
    <Patterns pattern={rest.pattern} styles={rest.styles} covered={covered} />
    <rect width="100%" height={rest.height} rx="2" fill={`url(#${rest.pattern})`} />
    <rect
      width={length(limit)}
      height={rest.height}
      rx="2"
      className={covered ? rest.styles.covered : rest.styles.over}
    />
    <line
      x1={length(limit)}
      x2={length(limit)}
      y1={-3}
      y2={rest.height + 3}
      strokeWidth="2"
      className={rest.styles.limit}
    />
  </>
);

const Unlimited = ({ height, styles }: DrawingProps) => (
  <>
    <line x1="0" x2="100%" y1={height / 2} y2={height / 2} strokeWidth="2" className={styles.endless} />
    {[0.88, 0.92, 0.96].map((at) => (
      <line key={at} x1={length(at)} x2={length(at)} y1="0" y2={height} strokeWidth="2" className={styles.endless} />
    ))}
  </>
);

const Unknown = ({ height, styles }: DrawingProps) => (
  <>
    <rect x="0.5" y="0.5" width="99.5%" height={height - 1} rx="2" className={styles.outline} />
    {[0.46, 0.5, 0.54].map((at) => (
      <circle key={at} cx={length(at)} cy={height / 2} r="1.5" className={styles.query} />
    ))}
  </>
);

const Within = ({
  height,
  styles,
  share,
  tone,
}: DrawingProps & { share: number; tone: "calm" | "near" | "critical" }) => (
  <>
    <rect width="100%" height={height} rx="2" className={styles.track} />
    <rect width={length(share)} height={height} rx="2" className={styles[tone]} />
    <line x1="85%" x2="85%" y1="0" y2={height} strokeWidth="1.5" className={styles.threshold} />
  </>
);

function Drawing(props: DrawingProps): React.ReactElement {
  const { shape, height, styles } = props;
  switch (shape.kind) {
    case "within":
      return <Within {...props} share={shape.share} tone={shape.tone} />;
    case "beyond":
      return <Beyond {...props} limit={shape.limit} covered={shape.covered} />;
    case "bare":
      return <Beyond {...props} limit={0} covered={false} />;
    case "empty":
      return <rect x="0.5" y="0.5" width="99.5%" height={height - 1} rx="2" className={styles.outline} />;
    case "unlimited":
      return <Unlimited {...props} />;
    case "unknown":
      return <Unknown {...props} />;
  }
}

/** Used against owned. Over-use, nothing owned, unlimited, unknown and covered differ by pattern, and all are said in the name. */
export function QuotaBar({ report, large = false }: QuotaBarProps): React.ReactElement {
  const styles = useQuotaBarStyles();
  const locale = useLocale();
  const pattern = usePatternId();
  const height = large ? 14 : 8;
  return (
    <svg
      className={mergeClasses(styles.root, locale.direction === "rtl" && styles.mirrored)}
      height={height}
      role="img"
      aria-label={barWords(report, locale)}
    >
      <Drawing shape={barShape(report)} height={height} pattern={pattern} styles={styles} />
    </svg>
  );
}
