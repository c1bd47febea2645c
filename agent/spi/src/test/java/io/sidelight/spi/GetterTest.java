// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetterTest {

  private static class Base {
    private final List<String> words = Arrays.asList("a", "b");

    @SuppressWarnings("UnusedMethod") // by name
    private int two() {
      return words.size();
    }
  }

  private static final class Derived extends Base {}

  @Test
  void publicMethodsLeadOnFromOneObjectToTheNext() throws Exception {
    assertThat(new Getter("toString.length").read(Arrays.asList(1, 2))).isEqualTo(6);
  }

  @Test
  void whatNeedNotBeThereIsNull() throws Exception {
    assertThat(new Getter("?getNothing.size").read("x")).isNull();
    assertThat(new Getter("?#nothing.size").read(new Derived())).isNull();
    assertThatThrownBy(() -> new Getter("getNothing").read("x"))
        .isInstanceOf(NoSuchMethodException.class);
    assertThatThrownBy(() -> new Getter("#nothing").read(new Derived()))
        .isInstanceOf(NoSuchMethodException.class);
  }

  @Test
  void aHiddenFieldOrMethodIsReadWhereItIsInherited() throws Exception {
    assertThat(new Getter("#words.size").read(new Derived())).isEqualTo(2);
    assertThat(new Getter("#two").read(new Derived())).isEqualTo(2);
  }

  @Test
  void whatIsHiddenIsNoUseUnlessAskedFor() {
    assertThatThrownBy(() -> new Getter("two").read(new Derived()))
        .isInstanceOf(NoSuchMethodException.class);
  }

  @Test
  void whatJavaHidesCannotBeRead() {
    assertThatThrownBy(() -> new Getter("#value").read("x"))
        .isInstanceOf(IllegalAccessException.class);
  }
}
