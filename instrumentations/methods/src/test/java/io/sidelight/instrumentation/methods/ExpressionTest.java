// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private final RecordedMeters meters = new RecordedMeters();
  private final Woven method =
      Woven.in("com.acme.Orders").returning("java.lang.Object").taking("request", "count");

  enum Fuel {
    DIESEL {
      @Override
      public String toString() {
        return "secret";
      }
    }
  }

  record Line(String sku, int amount) {}

  @SuppressWarnings("unused")
  static class Base {
    private final String region = "north";
  }

  /** With every kind of property, and what is none. */
  @SuppressWarnings("unused")
  static final class Request extends Base {
    private final String hidden = "field";
    private final String fluent = "no";
    private int calls;

    public Fuel getFuel() {
      return Fuel.DIESEL;
    }

    public boolean isUrgent() {
      return true;
    }

    public String fluent() {
      return "accessor";
    }

    public Line line() {
      calls++;
      return new Line("x", 1);
    }

    public Optional<Line> getBest() {
      return Optional.of(new Line("best", 2));
    }

    public Optional<Line> getNone() {
      return Optional.empty();
    }

    public String getFailing() {
      throw new IllegalStateException("of the application");
    }

    public List<String> getItems() {
      return List.of("a", "b");
    }

    public @Nullable Line getNothing() {
      return null;
    }

    @Override
    public String toString() {
      throw new AssertionError("never asked");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#request.fuel, DIESEL",
    "#request.urgent, true",
    "#request.fluent, accessor",
    "#request.hidden, field",
    "#request.region, north",
    "#request.best.sku, best",
    "#request.best.amount, 2",
    "#request.none, none",
    "#request.none.sku, none",
    "#request.nothing.sku, none",
    "#request.failing, error",
    "#request.items.size, 2",
    "#request, Request",
    "#request.class, Request",
    "#0.fuel, DIESEL",
    "#p0.fuel, DIESEL",
    "#count, 12.5",
    "#1, 12.5",
    "#result.sku, result",
    "#this.sku, self"
  })
  void aWayLeadsToAValue(String text, String value) {
    assertThat(read(text)).isEqualTo(value);
    assertThat(meters.problems).isEmpty();
  }

  @Test
  void aMethodThatMayDoSomethingIsNeverCalled() {
    Request request = new Request();

    assertThat(read("#request.line", request)).isEqualTo("error");
    assertThat(request.calls).isZero();
    assertThat(meters.problems)
        .containsExactly(
            "methods: com.acme.Orders.place: #request.line cannot be read: "
                + Request.class.getName()
                + " has no getter or field line that may be read");
  }

  @Test
  void nothingIsReadThatIsHiddenInAModule() {
    assertThat(read("#request.value", "text")).isEqualTo("error");
    assertThat(meters.problems).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "#request., '\"#request.\" is not a way to a value; after dots there are names of properties'",
    "#request.get(0), '\"#request.get(0)\" is not a way to a value; after dots there are names of"
        + " properties'",
    "request, '\"request\" does not begin at #argument, #0, #this or #result'",
    "#other, '#other: the method has no such parameter, its parameters are [request, count]'",
    "#2, '#2: the method has only 2 parameters'"
  })
  void whatIsNoWayIsRefused(String text, String why) {
    assertThatThrownBy(() -> Expression.parse(text, method, meters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @Test
  void aBeginningThatTheMethodDoesNotHaveIsRefused() {
    Woven nothing = Woven.in("com.acme.Orders").taking("request").withoutNames().ofNoObject();

    assertThatThrownBy(() -> Expression.parse("#result", nothing, meters))
        .hasMessage("#result: the method returns nothing");
    assertThatThrownBy(() -> Expression.parse("#this", nothing, meters))
        .hasMessage("#this: the method is static");
    assertThatThrownBy(() -> Expression.parse("#request", nothing, meters))
        .hasMessage(
            "#request: the class file has no names of parameters; use #0, or javac -parameters");
  }

  @ParameterizedTest
  @CsvSource({
    "'#result == ''FAILED''', FAILED, true",
    "'#result == ''FAILED''', DONE, false",
    "'#result != ''DONE''', FAILED, true",
    "#result==FAILED, FAILED, true",
    "#result == null, , true",
    "#result != null, , false",
    "'#result == ''none''', , false",
    "#result, true, false"
  })
  void aConditionCompares(String text, @Nullable String result, boolean holds) {
    Finished call = new Finished(null, new Object[0], result);

    assertThat(Condition.parse(text, method, meters).holds(call)).isEqualTo(holds);
  }

  @Test
  void aConditionKnowsNumbersAndBooleans() {
    assertThat(holds("#result != 0", 0L)).isFalse();
    assertThat(holds("#result == 2.5", 2.5f)).isTrue();
    assertThat(holds("#result", true)).isTrue();
    assertThat(holds("!#result", true)).isFalse();
    assertThat(holds("! #result", false)).isTrue();
    assertThat(holds("#result == true", true)).isTrue();
    assertThat(holds("#result.fuel == DIESEL", new Request())).isTrue();
    assertThat(holds("#result.failing == 'x'", new Request())).isFalse();
    assertThat(holds("#result.failing != 'x'", new Request())).isFalse();
  }

  private boolean holds(String text, Object result) {
    Finished call = new Finished(null, new Object[0], result);
    return Condition.parse(text, method, meters).holds(call);
  }

  @ParameterizedTest
  @CsvSource({"result == 1", "#result = 1", "!#result == 1", "#result == a b", "#result =="})
  void whatIsNoConditionIsRefused(String text) {
    assertThatThrownBy(() -> Condition.parse(text, method, meters))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String read(String text) {
    return read(text, new Request());
  }

  private String read(String text, Object request) {
    Object[] arguments = Arrays.asList(request, 12.5).toArray();
    Finished call = new Finished(new Line("self", 3), arguments, new Line("result", 4));
    return Expression.label(Expression.parse(text, method, meters).read(call));
  }
}
