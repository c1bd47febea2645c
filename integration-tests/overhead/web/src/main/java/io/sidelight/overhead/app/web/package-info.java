// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * A web application that does as little as one can that uses a servlet container, a database and a
 * Redis: what an agent costs shows most there. An application under measurement; application
 * loader.
 */
package io.sidelight.overhead.app.web;
