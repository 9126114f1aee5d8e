/** Copilot Studio and bought Dataverse capacity. */
import type { Row } from "./row";

const messages = "7b0640f1-63cc-4f83-b8c6-0a4d78b8b988";
const testInstanceGov = "6d99eb83-7b5f-4947-8e99-cc12f1adb399";

export const platformSkus: readonly Row[] = [
  ["75564b9c-51e8-431c-b8fe-d472d5a545c8", "Power_Virtual_Agents", "copilotStudio", [messages]],
  [
    "e4e55366-9635-46f4-a907-fc8c3b5ec81f",
    "VIRTUAL_AGENT_BASE",
    "powerVirtualAgents",
    ["f6934f16-83d3-4f3b-ad27-c6e9c187b260"],
  ],
  [
    "4b74a65c-8b4a-4fc8-9f6b-5177ed11ddfa",
    "VIRTUAL_AGENT_USL",
    "copilotStudioUser",
    ["1263586c-59a4-4ad0-85e1-d50bc7149501"],
  ],
  [
    "606b54a9-78d8-4298-ad8b-df6ef4481c80",
    "CCIBOTS_PRIVPREV_VIRAL",
    "copilotStudioTrial",
    ["ce312d15-8fdf-44c0-9974-a25a177125ee"],
    "trial",
  ],
  ["d7974fa0-ddd7-4899-9589-1ea04273aa26", "Power_Virtual_Agents_for_GCC_GCC", "copilotStudio", [messages]],
  [
    "e612d426-6bc3-4181-9658-91aa906b0ac0",
    "CDS_DB_CAPACITY",
    "dataverseDatabase",
    ["360bcc37-0c11-4264-8eed-9fa7a3297c9b"],
  ],
  [
    "631d5fb1-a668-4c2a-9427-8830665a742e",
    "CDS_FILE_CAPACITY",
    "dataverseFile",
    ["dd12a3a8-caec-44f8-b4fb-2f1a864b51e3"],
  ],
  [
    "448b063f-9cc6-42fc-a0e6-40e08724a395",
    "CDS_LOG_CAPACITY",
    "dataverseLog",
    ["dc48f5c5-e87d-43d6-b884-7ac4a59e7ee9"],
  ],
  ["328dc228-00bc-48c6-8b09-1fbc8bc3435d", "CRMSTORAGE", "crmStorage", ["77866113-0f3e-4e6e-9666-b1e25c6f99b0"]],
  ["9d776713-14cb-4697-a21d-9a52455c738a", "CRMINSTANCE", "crmInstance", ["eeea837a-c885-4167-b3d5-ddde30cbd85f"]],
  [
    "e06abcc2-7ec5-4a79-b08b-d9c282376f72",
    "CRMTESTINSTANCE",
    "crmTestInstance",
    ["a98b7619-66c7-4885-bdfc-1d9c8c3d279f"],
  ],
  ["84ed7c30-3738-43a0-aa03-cf6c577d8dbb", "Power_Virtual_Agents_USGOV_GCCHIGH", "copilotStudio", [messages]],
  [
    "9900a3e2-6660-4c52-9074-60c949991389",
    "VIRTUAL_AGENT_BASE_GCC",
    "powerVirtualAgents",
    ["e425b9f6-1543-45a0-8efb-f8fdaf18cba1"],
  ],
  [
    "f1de227b-f1bd-4959-bd80-b80547095e6d",
    "VIRTUAL_AGENT_USL_GCC",
    "copilotStudioUser",
    ["0bdd5466-65c3-470a-9fa6-f679b48286b0"],
  ],
  [
    "470845c0-6884-47e1-89d0-9d6244a77b44",
    "VIRTUAL_AGENT_USL_AR_USGOV_GCCHIGH",
    "copilotStudioUser",
    ["3fbe8cdf-c735-44bf-bbfa-646724af4bb4"],
  ],
  [
    "eddf428b-da0e-4115-accf-b29eb0b83965",
    "CDS_DB_CAPACITY_GOV",
    "dataverseDatabase",
    ["1ddffef6-4f69-455e-89c7-d5d72105f915"],
  ],
  ["4aed5dd6-eb9c-4143-8f14-368d70287121", "CRMSTORAGE_GCC", "crmStorage", ["62edd427-6067-4274-93c4-29afdeb30707"]],
  ["2bd3cb20-1bb6-446b-b4d0-089af3a05c52", "CRMINSTANCE_GCC", "crmInstance", ["483cc331-f4df-4a3b-b8ca-fe1a247569f6"]],
  ["1d2756cb-2147-4b05-b4d5-f013c022dcb9", "CRMTESTINSTANCE_GCC", "crmTestInstance", [testInstanceGov]],
  ["2cf302fe-62db-4e20-b573-e0998b1208b5", "CRMTESTINSTANCE_NOPREREQ", "crmTestInstance", [testInstanceGov]],
];
