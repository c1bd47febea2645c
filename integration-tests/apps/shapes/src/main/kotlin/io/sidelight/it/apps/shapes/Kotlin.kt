// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.shapes

import io.sidelight.annotations.Counted
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine

/** Of a class [KotlinKt]. */
@Counted
fun topLevel(text: String, times: Int = 2): String = text.repeat(times)

@Counted
fun String.extension(): String = "$this!"

/** Suspends once, and goes on at once. */
@Counted
suspend fun suspending(): String = suspendCoroutine { it.resume("resumed") }

@JvmInline
value class Litres(val amount: Double)

interface Pump {
  @Counted
  fun inInterface(): String = "of the interface"
}

object Register {
  @Counted
  fun inObject(): String = "of the object"

  @JvmStatic
  @Counted
  fun staticInObject(): String = "static in the object"
}

open class Station : Pump {
  /** A property with an annotated getter. */
  @get:Counted
  val computed: String
    get() = "computed"

  @Counted
  fun refuel(litres: Litres): String = "refuelled ${litres.amount}"

  @Counted
  internal fun internal(): String = "internal"

  @JvmOverloads
  @Counted
  fun overloads(text: String = "overloaded", times: Int = 1): String = text.repeat(times)

  @Counted
  private fun hidden(): String = "hidden"

  fun lambda(): String = listOf(1).map { hidden() }.first()

  companion object {
    @Counted
    fun inCompanion(): String = "of the companion"

    @JvmStatic
    @Counted
    fun staticInCompanion(): String = "static in the companion"
  }
}

/** Calls all that is here, as Kotlin calls it. */
object KotlinCalls {
  @JvmStatic
  fun callAll(): List<String> {
    val station = Station()
    var resumed = "never"
    val then = Continuation<String>(EmptyCoroutineContext) { resumed = it.getOrThrow() }
    ::suspending.startCoroutine(then)
    return listOf(
      topLevel("ab"),
      topLevel("ab", 1),
      "extension".extension(),
      resumed,
      station.inInterface(),
      Register.inObject(),
      Register.staticInObject(),
      station.computed,
      station.refuel(Litres(1.5)),
      station.internal(),
      station.overloads(),
      station.lambda(),
      Station.inCompanion(),
      Station.staticInCompanion(),
    )
  }
}
