// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.standins;

import io.sidelight.annotations.Counted;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Loaded lazily, by a subclass that Hibernate makes. */
@Entity
public class Coupon {

  @Id private long id;
  private String fuel = "";

  /** For Hibernate. */
  protected Coupon() {}

  Coupon(long id, String fuel) {
    this.id = id;
    this.fuel = fuel;
  }

  /** Without a look at the database. */
  public long getId() {
    return id;
  }

  /** Initialises what stands for it. */
  @Counted
  public String describe() {
    return id + " " + self();
  }

  /** Called by itself, open to subclasses. */
  @Counted(
      name = "coupon_fuel",
      labels = {"fuel", "#this.fuel"})
  protected String self() {
    return fuel;
  }
}
