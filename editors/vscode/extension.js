// Starts the language server, and asks a person what only a person can say.
"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

async function start() {
  const settings = vscode.workspace.getConfiguration("iml-check");
  const command = settings.get("path") || "iml-check";
  const args = ["lsp", ...(settings.get("arguments") || [])];
  client = new LanguageClient(
    "iml-check",
    "iml-check",
    { command, args },
    {
      documentSelector: [
        { language: "iml-policy" },
        { language: "iml-rules" },
        { scheme: "file", pattern: "**/iml-check.toml" },
      ],
      initializationOptions: { asksForReasons: true },
    },
  );
  await client.start();
}

async function restart() {
  if (client) {
    await client.stop();
  }
  await start();
}

/** Asks for the reason and the end with which a finding is answered for. */
async function askReason(about) {
  const zh = vscode.env.language.startsWith("zh");
  const reason = await vscode.window.showInputBox({
    prompt: zh ? "为何对此承担责任？" : "Why is this answered for?",
    validateInput: (text) => (text.trim() ? undefined : zh ? "须说明理由" : "A reason is needed"),
  });
  if (reason === undefined) {
    return;
  }
  const until = await vscode.window.showInputBox({
    prompt: zh ? "截至哪一天？（年-月-日）" : "Until which day? (year-month-day)",
    validateInput: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? undefined : "2027-06-30"),
  });
  if (until === undefined || !client) {
    return;
  }
  const argument = { ...about, reason, until };
  await client.sendRequest("workspace/executeCommand", { command: "iml-check.accept", arguments: [argument] });
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("iml-check.restart", restart),
    vscode.commands.registerCommand("iml-check.askReason", askReason),
  );
  await start();
};

exports.deactivate = () => client && client.stop();
