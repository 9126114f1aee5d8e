/** The shape of the customer's decisions inside a snapshot. */
import { meters } from "../catalog/meters";
import { switches } from "../catalog/switches";
import type { Declared, Override, Policy, Threshold } from "../settings";
import { among, either, isCount, isFlag, isNumber, isText, optional, shape, oneOf, type Check } from "./check";

const decided = () => ({ by: isText, at: isText });

export const policies = (): Check<Policy> =>
  shape<Policy>({
    basePeopleStacking: among(switches.basePeopleStacking.values),
    crossEnvironmentDedup: among(switches.crossEnvironmentDedup.values),
    deletedRecords: among(switches.deletedRecords.values),
    interactionMeter: among(switches.interactionMeter.values),
    interactedPackStorage: among(switches.interactedPackStorage.values),
    addOnsAccrueDatabase: among(switches.addOnsAccrueDatabase.values),
    contactCenterLog: among(switches.contactCenterLog.values),
    customerServiceRoutes: among(switches.customerServiceRoutes.values),
    tenantDefault: among(switches.tenantDefault.values),
    timeZone: isText,
  });

type Of<Kind extends Override["kind"]> = Extract<Override, { kind: Kind }>;

export const overrides = (): Check<Override> => {
  const meter = among(meters.map(({ id }) => id));
  const sku = shape<Of<"sku">>({ ...decided(), kind: oneOf({ sku: true }), skuId: isText, product: isText });
  const price = shape<Of<"price">>({
    ...decided(),
    ...{ kind: oneOf({ price: true }), product: isText, cents: isNumber, currency: isText },
  });
  const size = shape<Of<"packSize">>({
    ...decided(),
    ...{ kind: oneOf({ packSize: true }), product: isText, meter, amount: isNumber },
  });
  const rate = shape<Of<"conversionRate">>({
    ...decided(),
    ...{ kind: oneOf({ conversionRate: true }), from: meter, to: meter, rate: isNumber },
  });
  return either(either(sku, price), either(size, rate));
};

export const levels = () => ({ ...decided(), near: isNumber, critical: isNumber });

export const thresholds = (): Check<Threshold> =>
  shape<Threshold>({ ...levels(), meter: among(meters.map(({ id }) => id)) });

export const declarations = (): Check<Declared> =>
  shape<Declared>({
    smsProvider: optional(isFlag),
    communicationResource: optional(isFlag),
    homeRegion: optional(isText),
    multiGeo: optional(isFlag),
    omnichannelRenewals: optional(isCount),
    anniversary: optional(isText),
    storageExtensionFrom: optional(isText),
  });
