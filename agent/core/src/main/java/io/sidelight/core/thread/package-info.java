// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** How the agent makes threads of its own. Held by the <b>agent</b> loader. */
package io.sidelight.core.thread;
