// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.invoice;

record Invoice(long id, String number, String source, String readBy, String userName) {}
