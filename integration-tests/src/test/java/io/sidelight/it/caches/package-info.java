// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/** Caches, each library in its lowest and its latest version. */
package io.sidelight.it.caches;
