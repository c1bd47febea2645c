// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
/**
 * Invoices: found by QR code, else read by OCR. Held by the <b>application's</b> loader, like all
 * of the demo.
 */
package io.sidelight.demo.invoice;
