// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Organizations, their users and their service instances. Held by the <b>application's</b> loader,
 * like all of the demo.
 */
package io.sidelight.demo.organization;
