// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * What agents have been seen to break, tried with the agent as it is shipped, on every JDK. Loaded
 * by the class loader of the tests only.
 */
package io.sidelight.it.hazards;
