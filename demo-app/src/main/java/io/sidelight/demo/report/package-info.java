// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Slow and sometimes broken reports. Held by the <b>application's</b> loader, like all of the demo.
 */
package io.sidelight.demo.report;
