// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sidelight.bootstrap.CallProbe;
import io.sidelight.bootstrap.Carrier;
import io.sidelight.bootstrap.Probes;
import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.Meters;
import io.sidelight.spi.MethodDomain;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.MetricSource;
import io.sidelight.spi.MetricSpec;
import io.sidelight.spi.Settings;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;
import io.sidelight.spi.WovenMethod;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeavingTest {

  private static final String SAMPLE = Sample.class.getName();

  private final List<String> measured = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final List<WeaveListener.Step> steps = new ArrayList<>();
  private final Recorder recorder = new Recorder();

  @Test
  void aNamedClassIsWovenAndItsCallsAreMeasured() throws Exception {
    Callable<?> sample = load(sampled(named(SAMPLE), MethodMatch.named("call").taking()));

    assertThat(sample.call()).isEqualTo("called");
    assertThat(measured).containsExactly("sample null");
    assertThat(failures).isEmpty();
  }

  @Test
  void whatACallThrowsPassesUnchanged() throws Exception {
    Object sample = load(sampled(named(SAMPLE), MethodMatch.named("fail")));
    RuntimeException thrown = new IllegalStateException("x");

    assertThatThrownBy(
            () ->
                sample.getClass().getMethod("fail", RuntimeException.class).invoke(sample, thrown))
        .isInstanceOf(InvocationTargetException.class)
        .extracting(Throwable::getCause)
        .isSameAs(thrown);
    assertThat(measured).containsExactly("sample " + thrown);
  }

  @Test
  void aSubtypeIsFoundByItsHierarchy() throws Exception {
    TypeMatch match = TypeMatch.subtypeOf("java.util.concurrent.Callable");
    load(sampled(match, MethodMatch.named("call").taking())).call();

    assertThat(measured).hasSize(1);
  }

  @Test
  void aClassByTheNameOfAnInterfaceIsLeftAlone() throws Exception {
    load(sampled(TypeMatch.interfaceNamed(SAMPLE), MethodMatch.named("call").taking())).call();

    assertThat(measured).isEmpty();
  }

  @Test
  void methodsAreWovenByPatternsUnlessTheyOnlyReadOrSetAField() throws Exception {
    TypeMatch match = TypeMatch.like("io.sidelight.**.Sam*e");
    Callable<?> sample = load(sampled(match, MethodMatch.like("call*")));
    sample.call();
    assertThat(measured).isEmpty();

    sample.getClass().getMethod("callMarked", int.class).invoke(sample, 41);
    assertThat(measured).containsExactly("sample null");
  }

  @Test
  void aMethodThatSeveralWeavePointsAreForIsWovenOnce() throws Exception {
    MethodMatch marked = MethodMatch.annotated(Marked.class.getName());
    Object sample =
        load(
            instrumentation(
                new MarkedDomain(),
                WeavePoint.in(TypeMatch.withMethodAnnotated(Marked.class.getName()))
                    .at(marked)
                    .with(MarkedAdvice.class.getName()),
                WeavePoint.in(named(SAMPLE)).at(marked).with(MarkedAdvice.class.getName())));
    sample.getClass().getMethod("callMarked", int.class).invoke(sample, 41);

    assertThat(measured).hasSize(1);
  }

  @Test
  void aClassThatIsNoSubtypeIsLeftAlone() {
    Weaving weaving =
        weaving(sampled(TypeMatch.subtypeOf("java.util.Map"), MethodMatch.named("call")));

    WeavingLoader loader = new WeavingLoader(weaving, UnaryOperator.identity());
    assertThat(loader.transform(loader.bytes())).isNull();
  }

  @Test
  void whatTimeGoesIntoIsTold() {
    Weaving weaving = weaving(sampled(named(SAMPLE), MethodMatch.named("call")));
    WeavingLoader loader = new WeavingLoader(weaving, UnaryOperator.identity());
    loader.transform(loader.bytes());
    loader.transform(loader.bytes());

    assertThat(steps)
        .containsExactly(
            WeaveListener.Step.MATCHING,
            WeaveListener.Step.FIRST_WEAVING,
            WeaveListener.Step.MATCHING,
            WeaveListener.Step.WEAVING);
  }

  @Test
  void aCarrierCarriesState() throws Exception {
    Instrumentation carrier =
        instrumentation(new SampleDomain(), WeavePoint.carrier(named(SAMPLE)));
    Object sample = load(carrier);

    assertThat(sample).isInstanceOf(Carrier.class);
    ((Carrier) sample).sidelight$state("text");
    assertThat(Probes.state(sample)).isEqualTo("text");
    assertThat(sample.getClass().getDeclaredFields()).allMatch(field -> field.isSynthetic());
  }

  @Test
  void anAnnotatedMethodHasAProbeOfItsOwnThatKnowsTheAnnotation() throws Exception {
    Instrumentation marked =
        instrumentation(
            new MarkedDomain(),
            WeavePoint.in(TypeMatch.withMethodAnnotated(Marked.class.getName()))
                .at(MethodMatch.annotated(Marked.class.getName()))
                .with(MarkedAdvice.class.getName()));
    Object sample = load(marked);

    Object result = sample.getClass().getMethod("callMarked", int.class).invoke(sample, 41);

    assertThat(result).isEqualTo(42);
    assertThat(measured).containsExactly("marked int one [a, b]");
  }

  @Test
  void oneBadWeavePointDoesNotCostTheOthers() throws Exception {
    Instrumentation bad =
        instrumentation(
            new SampleDomain(),
            WeavePoint.in(named(SAMPLE)).at(MethodMatch.named("call")).with("no.such.Advice"),
            point(named(SAMPLE), MethodMatch.named("call").taking()));
    load(bad).call();

    assertThat(measured).hasSize(1);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).startsWith("test " + SAMPLE);
  }

  @Test
  void aClassFileFromTheFutureIsLeftAloneAndThatIsSaidOnce() {
    Weaving weaving = weaving(sampled(named(SAMPLE), MethodMatch.named("call")));
    WeavingLoader loader =
        new WeavingLoader(
            weaving,
            bytes -> {
              bytes[7] = 99;
              return bytes;
            });

    assertThat(loader.transform(loader.bytes())).isNull();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).contains("class file version 99");
  }

  @Test
  void brokenClassFilesNeverThrow() {
    Weaving weaving =
        weaving(
            sampled(named(SAMPLE), MethodMatch.named("call")),
            instrumentation(
                new MarkedDomain(),
                WeavePoint.in(TypeMatch.withMethodAnnotated(Marked.class.getName()))
                    .at(MethodMatch.annotated(Marked.class.getName()))
                    .with(MarkedAdvice.class.getName())));
    Random random = new Random(42);
    WeavingLoader loader = new WeavingLoader(weaving, UnaryOperator.identity());
    byte[] original = loader.bytes();
    for (int round = 0; round < 3_000; round++) {
      byte[] mutated = original.clone();
      for (int i = 0; i < 4; i++) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      if (random.nextInt(4) == 0) {
        mutated = Arrays.copyOf(mutated, random.nextInt(mutated.length));
      }
      loader.transform(mutated);
    }
    assertThat(failures).isNotEmpty();
  }

  @Test
  void aLoaderThatHidesTheDispatcherIsSkippedAndNamed() {
    Weaving weaving = weaving(sampled(named(SAMPLE), MethodMatch.named("call")));
    byte[] bytes = new WeavingLoader(weaving, UnaryOperator.identity()).bytes();
    ClassLoader hiding = new ClassLoader(ClassLoader.getPlatformClassLoader()) {};

    assertThat(weaving.transform(null, hiding, SAMPLE.replace('.', '/'), null, bytes)).isNull();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0)).contains("hides io.sidelight.bootstrap");
  }

  @Test
  void theResultDependsOnTheBytesAlone() {
    Weaving weaving = weaving(sampled(named(SAMPLE), MethodMatch.named("call")));
    WeavingLoader loader = new WeavingLoader(weaving, UnaryOperator.identity());

    assertThat(loader.transform(loader.bytes())).isEqualTo(loader.transform(loader.bytes()));
  }

  private Callable<?> load(Instrumentation... instrumentations) throws Exception {
    WeavingLoader loader = new WeavingLoader(weaving(instrumentations), UnaryOperator.identity());
    return (Callable<?>) loader.loadClass(SAMPLE).getConstructor().newInstance();
  }

  private Weaving weaving(Instrumentation... instrumentations) {
    return new Weaving(
        Arrays.asList(instrumentations), recorder, new NoSettings(), recorder, ModuleReads.NONE);
  }

  private static TypeMatch named(String name) {
    return TypeMatch.named(name);
  }

  private Instrumentation sampled(TypeMatch type, MethodMatch method) {
    return instrumentation(new SampleDomain(), point(type, method));
  }

  private static WeavePoint point(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(SampleAdvice.class.getName());
  }

  private static Instrumentation instrumentation(Domain domain, WeavePoint... points) {
    return new Instrumentation() {
      @Override
      public String id() {
        return "test";
      }

      @Override
      public String supports() {
        return "tests";
      }

      @Override
      public Domain domain() {
        return domain;
      }

      @Override
      public List<WeavePoint> weavePoints() {
        return Arrays.asList(points);
      }
    };
  }

  /** Records what was measured into the list of this test. */
  private static CallProbe probe(java.util.function.Consumer<String> to, @Nullable String prefix) {
    return new CallProbe() {
      @Override
      public void end(
          long startNanos,
          @Nullable Object operation,
          @Nullable Object subject,
          @Nullable Throwable thrown) {
        to.accept(prefix == null ? operation + " " + thrown : prefix);
      }

      @Override
      public @Nullable Object prepare(@Nullable Object value) {
        return value;
      }
    };
  }

  private class SampleDomain implements Domain {
    // A domain's probe is created once for each Weaving, and domains are few.
    @Override
    public String id() {
      return "sample";
    }

    @Override
    public List<MetricSpec> metrics() {
      return List.of();
    }

    @Override
    public CallProbe probe(Meters meters, Settings settings) {
      return WeavingTest.probe(measured::add, null);
    }
  }

  private final class MarkedDomain extends SampleDomain implements MethodDomain {
    @Override
    public CallProbe probe(WovenMethod method, Meters meters, Settings settings) {
      var values = java.util.Objects.requireNonNull(method.annotation(Marked.class.getName()));
      String text =
          method.name()
              + " "
              + method.returnType()
              + " "
              + values.get("name")
              + " "
              + Arrays.toString((String[]) values.get("tags"));
      return WeavingTest.probe(measured::add, text);
    }
  }

  private static final class NoSettings implements Settings {
    @Override
    public String text(String key) {
      return "";
    }

    @Override
    public boolean flag(String key) {
      return true;
    }

    @Override
    public int number(String key) {
      return 0;
    }

    @Override
    public List<String> list(String key) {
      return List.of();
    }

    @Override
    public long nanos(String key) {
      return 0;
    }
  }

  private final class Recorder implements Meters, WeaveListener {
    @Override
    public Family<Counter> counter(MetricSpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Family<Histogram> histogram(MetricSpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void read(MetricSpec spec, MetricSource source) {}

    @Override
    public void gauge(MetricSpec spec, DoubleSupplier value) {}

    @Override
    public void error(String source, Throwable error) {
      failures.add(source + " " + error);
    }

    @Override
    public void serving() {}

    @Override
    public void problem(String text) {
      problems.add(text);
    }

    @Override
    public void classSeen(@Nullable ClassLoader loader, @Nullable String internalName) {}

    @Override
    public void classParsed() {}

    @Override
    public void spent(Step step, long nanos) {
      assertThat(nanos).isNotNegative();
      steps.add(step);
    }

    @Override
    public void classWoven(String instrumentation, String version) {}

    @Override
    public void weavingFailed(String instrumentation, @Nullable String className, Throwable error) {
      failures.add(instrumentation + " " + className + " " + error);
    }
  }
}
