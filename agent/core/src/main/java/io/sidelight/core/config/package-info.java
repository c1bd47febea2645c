// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Reads the configuration: from the agent's arguments, system properties, environment variables and
 * one file, with everything that is wrong with it. Held by the <b>agent</b> loader. It runs before
 * the application's {@code main}, so it loads few classes: no {@code java.nio.file}, no regular
 * expressions, no lambdas, and the JSON parser only for a JSON file.
 */
package io.sidelight.core.config;
