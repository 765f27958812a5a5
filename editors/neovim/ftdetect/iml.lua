vim.filetype.add({ extension = { pol = "iml", iml = "iml" } })
