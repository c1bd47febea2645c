// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Decides which classes are woven, cheaply, and weaves them with Byte Buddy, which is loaded with
 * the first class that needs it. Held by the <b>agent</b> loader.
 *
 * <p>The way of a class: {@link io.sidelight.core.weave.Transformer} sees every class that loads;
 * {@link io.sidelight.core.weave.Candidates} turns nearly all of them away by name or by the
 * strings that they mention; {@link io.sidelight.core.weave.Hierarchy} asks what the others extend;
 * {@link io.sidelight.core.weave.Weaver} inlines the advice.
 */
package io.sidelight.core.weave;
