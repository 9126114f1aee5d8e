import { describe, expect, it } from "vitest";
import { bought, foundIn } from "../../../../test/fixtures/mappedTenant.fixture";

const kind = "omnichannelTransition";
const name = "Customer Service Chat (Omnichannel)";
const digital = "Contact Center Digital Add-on to Customer Service Enterprise";

describe("CC.omnichannel.legacy", () => {
  it.each([
    [0, "current", "info"],
    [1, "renewedOnce", "warning"],
    [2, "mustTransition", "warning"],
    [3, "mustTransition", "warning"],
  ])("renewed %i times is %s", (omnichannelRenewals, state, severity) => {
    expect(foundIn(kind, bought({ omnichannelChat: 7 }), { declared: { omnichannelRenewals } })).toEqual([
      {
        id: "omnichannelTransition:omnichannelChat",
        kind,
        severity,
        rule: "CC.omnichannel.legacy",
        subjects: [{ type: "product", id: "omnichannelChat", name }],
        facts: {
          ...{ product: "omnichannelChat", productName: name, quantity: 7, state, renewals: omnichannelRenewals },
          ...{ successor: "contactCenterDigitalAddOn", successorName: digital },
        },
      },
    ]);
  });

  it("only informs while nobody said how often", () => {
    const [found] = foundIn(kind, bought({ omnichannelChat: 7 }));
    expect(found?.severity).toBe("info");
    expect(found?.facts).toEqual({
      ...{ product: "omnichannelChat", productName: name, quantity: 7, state: "notTold" },
      ...{ successor: "contactCenterDigitalAddOn", successorName: digital },
    });
  });

  it("names what takes the place of each add-on", () => {
    const tenant = bought({
      ...{ omnichannelVoice: 1, omnichannelChat: 1, omnichannelMessaging: 1, omnichannelMessagingVoice: 1 },
      contactCenter: 1,
    });
    expect(foundIn(kind, tenant).map(({ id, facts }) => [id, facts["successor"]])).toEqual([
      ["omnichannelTransition:omnichannelVoice", "contactCenterVoiceAddOn"],
      ["omnichannelTransition:omnichannelChat", "contactCenterDigitalAddOn"],
      ["omnichannelTransition:omnichannelMessaging", "contactCenterDigitalAddOn"],
      ["omnichannelTransition:omnichannelMessagingVoice", "contactCenterAddOn"],
    ]);
  });
});
