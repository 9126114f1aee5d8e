import { products, type ProductId } from "../../catalog/products";
import { successors } from "../../catalog/successors";
import type { Found } from "./check";

/** Facts `successor` and `successorName`: what to renew an ending offer as. None for an offer that goes on. */
export const successorFacts = (product: ProductId): Found["facts"] => {
  const successor = successors[product];
  return successor === undefined ? {} : { successor, successorName: products[successor].name };
};
