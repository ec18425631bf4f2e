#!/usr/bin/env node
// Committed, not built, so that the package manager can link the command before the first build.
import '../dist/cli/main.js';
