// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Recorders, the registry of metrics, and what a scrape shows. Held by the <b>agent</b> loader.
 *
 * <p>Two halves. <i>Recording</i> ({@link io.sidelight.core.metrics.MetricStore}, the series and
 * {@link io.sidelight.core.metrics.AgentMetrics}) runs on application threads and in {@code
 * premain}: plain JDK classes, no lambdas, no lock that a scrape holds. <i>Reading</i> ({@link
 * io.sidelight.core.metrics.Exposition} and the JVM metrics) runs on the side port's threads and is
 * the only part that loads the Prometheus client library.
 *
 * <p>Of that library only snapshots and writers are used. Its metric types and its JVM metrics read
 * {@code PrometheusProperties}, whose static initialiser fails on any {@code io.prometheus.*}
 * property of the application that it does not know; its histogram can block scrapes for ever after
 * an {@code Error}; its native memory metrics create the platform MBean server.
 */
package io.sidelight.core.metrics;
