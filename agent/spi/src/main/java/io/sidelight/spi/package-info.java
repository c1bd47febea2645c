// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What an instrumentation implements and what it records to. Held by the <b>agent</b> loader. Names
 * of library types are strings here: naming a class would load it in the agent loader, which has no
 * library.
 */
package io.sidelight.spi;
