// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.shapes

import io.sidelight.annotations.Counted

trait Discount {
  @Counted
  def inTrait(): String = "of the trait"
}

case class Receipt(price: Int) extends Discount {
  @Counted
  def inCaseClass(times: Int = 2): String = (price * times).toString

  @Counted
  def curried(first: Int)(second: Int): String = (first + second).toString

  @Counted
  private def hidden(): String = "hidden"

  def lambda(): String = Seq(1).map(_ => hidden()).head
}

object Receipts {
  @Counted
  def inScalaObject(): String = "of the object"
}

object PricedObject extends Discount

/** Calls all that is here, as Scala calls it. */
object ScalaCalls {
  def callAll(): java.util.List[String] = {
    val receipt = Receipt(21)
    java.util.Arrays.asList(
      receipt.inTrait(),
      receipt.inCaseClass(),
      receipt.inCaseClass(1),
      receipt.curried(1)(2),
      receipt.lambda(),
      Receipts.inScalaObject(),
      PricedObject.inTrait()
    )
  }
}
