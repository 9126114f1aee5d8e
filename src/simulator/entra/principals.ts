/** Who can have a token of this tenant, beside the app registration: identities of machines, and a person. */
import { guid } from "../chance";

export interface Principal {
  readonly clientId: string;
  readonly objectId: string;
}

export interface Principals {
  /** System-assigned to the machine on which the product runs. */
  readonly system: Principal;
  /** User-assigned to the same machine. */
  readonly user: Principal;
  /** A registration that allows public client flows; its object id is that of the person who signs in. */
  readonly person: Principal;
}

export const principalsOf = (seed: number): Principals => {
  const principal = (name: string): Principal => ({
    clientId: guid(seed, `${name}/client`),
    objectId: guid(seed, `${name}/object`),
  });
  return { system: principal("machine/system"), user: principal("machine/user"), person: principal("person") };
};
