-- Neovim 0.11 and later: put this folder on the runtime path and say `vim.lsp.enable("iml_check")`.
return {
  cmd = { "iml-check", "lsp" },
  filetypes = { "iml" },
  root_markers = { "iml-check.toml", ".git" },
}
