// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.shapes

import groovy.transform.CompileStatic
import io.sidelight.annotations.Counted

/** With a body, which its classes share. */
trait Priced {
  @Counted
  String inTrait() { 'of the trait' }
}

/** Bound to what is called when it is called. */
class DynamicStation implements Priced {
  @Counted
  def dynamic(argument) { argument + '!' }

  @Counted
  String defaults(String text = 'default', int times = 1) { text * times }

  @Counted
  private String hidden() { 'hidden' }

  @Counted
  static String ofClass() { 'static' }

  def closure() { [1].collect { hidden() }.first() }
}

/** Bound to what is called when it is compiled. */
@CompileStatic
class StaticStation implements Priced {
  @Counted
  String bound(String argument) { argument + '!' }

  @Counted
  String defaults(String text = 'default') { text }
}

/** Calls all that is here, as Groovy calls it. */
class GroovyCalls {
  static List<String> callAll() {
    def dynamic = new DynamicStation()
    def bound = new StaticStation()
    [
      dynamic.inTrait(),
      dynamic.dynamic('dynamic'),
      dynamic.defaults(),
      dynamic.defaults('given'),
      dynamic.closure(),
      DynamicStation.ofClass(),
      bound.inTrait(),
      bound.bound('bound'),
      bound.defaults(),
    ]
  }
}
