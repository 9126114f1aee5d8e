import type { SharedAccount } from "../../snapshot/seats";
import type { Check, Found } from "./check";

const one = ({ id, name, kind, people, licences }: SharedAccount): Found => ({
  id: `multiplexing:${id}`,
  kind: "multiplexing",
  subjects: [{ type: "account", id, name }],
  facts: { account: name, accountKind: kind, people, licences, missing: people - licences },
});

/** Accounts, queues, bots and devices behind which more people work than licences are assigned for (CC.multiplexing). */
export const multiplexing: Check = ({ facts: { sharedAccounts = [] } }) =>
  sharedAccounts.filter(({ people, licences }) => licences < people).map(one);
