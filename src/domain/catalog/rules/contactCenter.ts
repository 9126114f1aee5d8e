/** What Contact Center grants and asks for (`CC.*`). */
import { computes, finds, type Rule } from "./rule";

export const contactCenterRules = {
  "CC.plans": computes(
    "Seven plans bear digital channels, voice or both; the three add-ons need Customer Service Enterprise, and none has a minimum quantity.",
    "contactCenter",
    "Subscription plan options",
  ),
  "CC.usl.counting": computes(
    "Storage, routes and minutes come with each user licence of the seven plans, assigned or not.",
    "contactCenter",
    "Dataverse, routing, and voice allotments",
  ),
  "CC.storage.database": computes(
    "Contact Center gives 10 GB database once to a tenant and 250 MB for each user licence.",
    "contactCenter",
    "Dataverse allotments",
  ),
  "CC.storage.file": computes(
    "Contact Center gives 20 GB file once to a tenant, 35 GB for each licence with voice and 2 GB for each digital one.",
    "contactCenter",
    "Dataverse allotments",
  ),
  "CC.storage.log": computes(
    "Contact Center gives 2 GB log for each user licence.",
    "contactCenter",
    "Dataverse allotments",
  ),
  "CC.storage.more": computes(
    "More storage comes as capacity add-ons of 1 GB, for each pool in itself.",
    "contactCenter",
    "Dataverse allotments",
  ),
  "CC.routes": computes(
    "Each licence with digital channels gives 50 record routes a month; a Unified Routing pack adds 10,000.",
    "contactCenter",
    "Record routing allotments",
  ),
  "CC.routes.copilot-studio": computes(
    "Copilot Studio packs of 25,000 messages a month also extend routing; no source says how many messages a route takes.",
    "contactCenter",
    "Record routing allotments",
  ),
  "CC.voice.voicebot": computes(
    "Each licence with voice gives 2,000 voicebot minutes a month; more come in steps of 500.",
    "contactCenter",
    "Voice allotments",
  ),
  "CC.voice.call-intelligence": computes(
    "Each licence with voice gives 6,000 call intelligence minutes a month; more come in steps of 500.",
    "contactCenter",
    "Voice allotments",
  ),
  "CC.addon.max": finds(
    "Of each add-on there may be no more licences than of Customer Service Enterprise.",
    "contactCenter",
    "Prerequisite licenses and minimum/maximum quantities",
  ),
  "CC.addon.prereq": finds(
    "An add-on needs Customer Service Enterprise, in the tenant and in the hands of the same person.",
    "contactCenter",
    "Prerequisite licenses and minimum/maximum quantities",
  ),
  "CC.capability.user": finds(
    "Who works with digital channels needs a plan that bears them, and who works with voice a plan that bears voice.",
    "contactCenter",
    "Subscription plan options",
  ),
  "CC.scenario1": computes(
    "Ten Customer Service Enterprise agents, three of them digital and seven voice, and a team lead without licence take 3 Digital add-ons, 7 Voice add-ons and 1 Premium: 945 USD a month.",
    "contactCenter",
    "Example scenarios",
  ),
  "CC.price": computes(
    "Cost is quantity times a dated list price; where a price is not known the total is called incomplete.",
    "contactCenter",
    "Example scenarios",
  ),
  "CC.reassign.90": finds(
    "A user licence may pass to somebody else 90 days after its last assignment; earlier only when the holder is absent or for the rest of the term.",
    "contactCenter",
    "Reassigning licenses",
  ),
  "CC.multiplexing": finds(
    "Pooling people behind one account, queue, bot or device does not lower the number of licences: everybody who uses the product counts.",
    "contactCenter",
    "Multiplexing",
  ),
  "CC.external-users": computes(
    "External users need no licence: no employee, nobody who serves on your behalf, under 30 hours a week and not regularly on site.",
    "contactCenter",
    "External users",
  ),
} as const satisfies Readonly<Record<string, Rule>>;
