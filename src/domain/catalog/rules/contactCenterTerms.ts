/** Terms around Contact Center: what goes with a licence, and what does not (`CC.*`). */
import { channelPlans } from "../channelPlans";
import type { ProductId } from "../products";
import { finds, informs, type Guides, type Rule } from "./rule";

const plans: readonly ProductId[] = channelPlans.map(({ product }) => product);
const seats: Guides = { meters: ["seatsDigital", "seatsVoice"], products: plans };
const service: Guides = {
  meters: ["seatsDigital", "seatsVoice", "addOnDigital", "addOnVoice", "addOnBoth"],
  products: [...plans, "customerServiceEnterprise", "customerServiceEnterpriseAttach"],
};

export const contactCenterTermsRules = {
  "CC.dual-use": informs(
    service,
    "A cloud licence also covers the matching workload on premises without a client access licence, as long as the subscription runs; older servers go back to AX 2012 R3, CRM 2016 or two versions of Business Central, and server licences and support on premises are extra.",
    "contactCenter",
    "Dual use rights",
  ),
  "CC.power-bi": informs(
    seats,
    "Looking at embedded Power BI content needs no Power BI licence; changing it needs Power BI Pro or Premium per user.",
    "contactCenter",
    "Power BI",
  ),
  "CC.devices": informs(
    seats,
    "A user licence holds on any device; where something is installed on devices, five of them is the usual limit.",
    "contactCenter",
    "User Subscription Licenses",
  ),
  "CC.omnichannel.legacy": finds(
    "Old Omnichannel add-ons hold to the end of the enrolment and for one more term; then Contact Center add-ons or Premium take their place.",
    "contactCenter",
    "Transition guidance for legacy products",
  ),
  "CC.copilot.not-included": informs(
    { meters: ["copilotMessages", "seatsDigital", "seatsVoice"], products: plans },
    "Copilot Studio is no part of Contact Center: generative features use its messages, which are bought apart.",
    "contactCenter",
    "Frequently asked questions, 2",
  ),
  "CC.pva.exclusive": finds(
    "A tenant may own Power Virtual Agents sessions and Copilot Studio messages, one environment may not use both, and sessions block generative AI there.",
    "contactCenter",
    "Frequently asked questions, 3",
  ),
  "CC.acs.required": finds(
    "Voice needs an Azure Communication Services resource, which is paid by use.",
    "contactCenter",
    "Integration with other products",
  ),
  "CC.outsourcing": informs(
    seats,
    "The software may run on servers for you alone, your own or those of an Authorized Outsourcer who is no Listed Provider; an outsourcer's shared servers need the Flexible Virtualization Benefit.",
    "contactCenter",
    "Outsourcing software management",
  ),
  "CC.custom-tables": informs(
    service,
    "A Dynamics 365 licence includes custom tables and own security roles; appendices D and E of the Licensing Guide say how far.",
    "contactCenter",
    "Custom tables and security roles",
  ),
  "CC.same-function": informs(
    seats,
    "Contact Center does the same whatever CRM it is connected to.",
    "contactCenter",
    "Integration with other products",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
