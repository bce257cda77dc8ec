package org.mlsysim.pipeline;

import static org.mlsysim.api.units.Units.in;
import static org.mlsysim.api.units.Units.of;

import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.measure.Quantity;
import javax.measure.quantity.Power;
import javax.measure.quantity.Time;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.BaseOptimizer;
import org.mlsysim.api.OptimizerResult;
import org.mlsysim.api.ResolverInfo;
import org.mlsysim.api.Search;
import org.mlsysim.api.SearchOutcome;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.catalog.CatalogEntry;
import org.mlsysim.api.catalog.CatalogSource;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.catalog.Origin;
import org.mlsysim.api.catalog.RecordKind;
import org.mlsysim.api.catalog.Registered;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.port.Supplies;
import org.mlsysim.api.units.ComputeRate;
import org.mlsysim.api.units.Money;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/**
 * Small resolvers, hidden from every other module, and a small registry.
 *
 * <p>Training costs {@code work / (count · peak · 0.5)} seconds a step and pays 0.1 USD a device
 * and day, half of it in proportion to the utilisation; all numbers are round on purpose.
 */
@SuppressWarnings("SameNameButDifferent") // every resolver calls its input record Inputs
final class Fixture {
  /** An accelerator. */
  public record Device(
      @Port(doc = "name") String name,
      @Port(unit = "FLOP/s", doc = "peak rate") Quantity<ComputeRate> peak,
      @Port(unit = "W", doc = "power") Quantity<Power> tdp,
      @Port(doc = "origin", hidden = true) Optional<Origin> origin)
      implements Registered {}

  /** Many of them; it supplies its accelerator. */
  public record Cluster(
      @Port(doc = "name") String name,
      @Port(doc = "accelerator") Device device,
      @Port(doc = "number of them") int count,
      @Port(doc = "origin", hidden = true) Optional<Origin> origin)
      implements Registered {
    @Supplies("hardware")
    public Device hardware() {
      return device;
    }
  }

  static final Device CHIP =
      new Device("Chip", of(1e12, Units.FLOP_PER_SECOND), of(500, Units.WATT), Optional.empty());

  static final Cluster RACK = new Cluster("Rack", CHIP, 8, Optional.empty());

  /** A registry that holds Chip, FastChip, Rack and FastRack. */
  static Catalogs catalogs() {
    return Catalogs.of(
        List.of(
            new CatalogSource() {
              @Override
              public String name() {
                return "test";
              }

              @Override
              public List<RecordKind<?>> kinds() {
                return List.of(
                    RecordKind.of(MethodHandles.lookup(), Device.class, "device"),
                    RecordKind.of(MethodHandles.lookup(), Cluster.class, "cluster"));
              }

              @Override
              public List<CatalogEntry> entries() {
                return List.of(
                    device("Chip", "1 TFLOP/s"),
                    device("FastChip", "2 TFLOP/s"),
                    cluster("Rack", "Chip"),
                    cluster("FastRack", "FastChip"),
                    WALL);
              }
            }));
  }

  private static final CatalogEntry WALL =
      new CatalogEntry(
          "Communication",
          "wall",
          "Walls.Communication",
          List.of(),
          () ->
              Wire.fields()
                  .put("number", 14)
                  .put("name", "Communication")
                  .put("domain", "fleet")
                  .put("constraint", "the exchange between accelerators")
                  .put("equation", "T = M / B")
                  .put("resolver", "StepModel")
                  .put("sources", Wire.texts(List.of("Patarasuk & Yuan 2009")))
                  .build());

  private static CatalogEntry device(String id, String peak) {
    return new CatalogEntry(
        id,
        "device",
        "Devices." + id,
        List.of(),
        () -> Wire.fields().put("name", id).put("peak", peak).put("tdp", "500 W").build());
  }

  private static CatalogEntry cluster(String id, String device) {
    return new CatalogEntry(
        id,
        "cluster",
        "Clusters." + id,
        List.of(),
        () -> Wire.fields().put("name", id).put("device", device).put("count", 8).build());
  }

  /** One accelerator of a training step. */
  record NodeProfile(
      @Port(doc = "utilisation") double mfu,
      @Port(unit = "s", doc = "latency") Quantity<Time> latency) {}

  /** A training step on a cluster; infeasible above 64 samples. */
  @ResolverInfo(
      question = "How long is a step?",
      walls = {"Communication", "Patience"})
  static final class StepModel extends BaseModel<StepModel.Inputs, StepModel.StepResult> {
    record Inputs(
        @Port(doc = "the cluster", aliases = "system") Cluster fleet,
        @Port(range = "[1, inf)", doc = "samples") int batchSize,
        @Port(range = "[1, inf)", defaultValue = "1", doc = "tensor parallel degree") int tpSize) {
      Inputs {
        if (batchSize % tpSize != 0) {
          throw org.mlsysim.api.error.BadInputException.refused(
              "tp_size", tpSize, "it must divide batch_size.");
        }
      }
    }

    record StepResult(
        @Port(unit = "s", doc = "time of a step") Optional<Quantity<Time>> stepTime,
        @Port(doc = "utilisation") double mfu,
        @Port(doc = "hardware utilisation") double hfu,
        @Port(doc = "samples done") long samples,
        @Port(doc = "one accelerator") NodeProfile nodeProfile,
        @Port(doc = "whether it fits", verdict = true) boolean feasible,
        @Port(doc = "what to know") List<String> caveats)
        implements SolverResult {
      @Override
      public List<String> reasons() {
        return feasible ? List.of() : List.of("more than 64 samples");
      }
    }

    StepModel() {
      super(MethodHandles.lookup(), Inputs.class, StepResult.class);
    }

    @Override
    public StepResult solve(Inputs inputs) {
      Cluster fleet = inputs.fleet();
      double peak = in(Units.FLOP_PER_SECOND, fleet.device().peak());
      double seconds = inputs.batchSize() * 1e12 / (fleet.count() * peak * 0.5);
      boolean fits = inputs.batchSize() <= 64;
      return new StepResult(
          fits ? Optional.of(of(seconds, Units.SECOND)) : Optional.empty(),
          0.5,
          0.625,
          inputs.batchSize(),
          new NodeProfile(0.25, of(seconds, Units.SECOND)),
          fits,
          inputs.tpSize() > 1 ? List.of("tensor parallelism is free here") : List.of());
    }
  }

  /** What a cluster costs over some days. */
  static final class CostModel extends BaseModel<CostModel.Inputs, CostModel.CostResult> {
    record Inputs(
        @Port(doc = "the cluster") Cluster fleet,
        @Port(unit = "d", range = "(0, inf)", doc = "how long") Quantity<Time> durationDays,
        @Port(range = "[0, 1]", defaultValue = "1", doc = "utilisation") double mfu) {}

    record CostResult(@Port(unit = "USD", doc = "total cost") Quantity<Money> tcoUsd)
        implements SolverResult {}

    CostModel() {
      super(MethodHandles.lookup(), Inputs.class, CostResult.class);
    }

    @Override
    public CostResult solve(Inputs inputs) {
      double days = in(Units.DAY, inputs.durationDays());
      double cost = inputs.fleet().count() * days * 0.1 * (0.5 + 0.5 * inputs.mfu());
      return new CostResult(of(cost, Units.USD));
    }
  }

  /** FLOP/s per watt of an accelerator. */
  static final class PowerModel extends BaseModel<PowerModel.Inputs, PowerModel.PowerResult> {
    record Inputs(@Port(doc = "the accelerator") Device hardware) {}

    record PowerResult(@Port(doc = "GFLOP/s per watt") double gflopsPerWatt)
        implements SolverResult {}

    PowerModel() {
      super(MethodHandles.lookup(), Inputs.class, PowerResult.class);
    }

    @Override
    public PowerResult solve(Inputs inputs) {
      double peak = in(Units.FLOP_PER_SECOND, inputs.hardware().peak());
      return new PowerResult(peak / in(Units.WATT, inputs.hardware().tdp()) / 1e9);
    }
  }

  /** How many steps fit into a time; its step time may be linked, its margin is not. */
  static final class StepsModel extends BaseModel<StepsModel.Inputs, StepsModel.StepsResult> {
    record Inputs(
        @Port(unit = "ms", range = "(0, inf)", doc = "time of a step") Quantity<Time> stepTime,
        @Port(unit = "s", defaultValue = "100 s", doc = "time there is") Quantity<Time> budget,
        @Port(defaultValue = "0", linked = true, doc = "samples a step") double samples) {}

    record StepsResult(@Port(doc = "steps") double steps, @Port(doc = "samples") double allSamples)
        implements SolverResult {}

    StepsModel() {
      super(MethodHandles.lookup(), Inputs.class, StepsResult.class);
    }

    @Override
    public StepsResult solve(Inputs inputs) {
      double steps = in(Units.SECOND, inputs.budget()) / in(Units.SECOND, inputs.stepTime());
      return new StepsResult(steps, steps * inputs.samples());
    }
  }

  /** Reads a whole result of another stage. */
  static final class ReportModel extends BaseModel<ReportModel.Inputs, ReportModel.ReportResult> {
    record Inputs(@Port(doc = "a step") StepModel.StepResult step) {}

    record ReportResult(@Port(doc = "a line") String line) implements SolverResult {}

    ReportModel() {
      super(MethodHandles.lookup(), Inputs.class, ReportResult.class);
    }

    @Override
    public ReportResult solve(Inputs inputs) {
      return new ReportResult("mfu " + inputs.step().mfu());
    }
  }

  /** Doubles x; throws its own exception for 13 and counts its calls. */
  static final class DoubleModel extends BaseModel<DoubleModel.Inputs, DoubleModel.DoubleResult> {
    final AtomicInteger calls = new AtomicInteger();

    record Inputs(@Port(doc = "a number") double x) {}

    record DoubleResult(@Port(doc = "twice the number") double doubled) implements SolverResult {}

    DoubleModel() {
      super(MethodHandles.lookup(), Inputs.class, DoubleResult.class);
    }

    @Override
    public DoubleResult solve(Inputs inputs) {
      calls.incrementAndGet();
      if (inputs.x() == 13) {
        throw new IllegalStateException("thirteen");
      }
      if (inputs.x() == 14) {
        throw new NoClassDefFoundError("com/example/Gone");
      }
      return new DoubleResult(2 * inputs.x());
    }
  }

  /** Adds a term to the doubled number and counts its calls. */
  static final class AddModel extends BaseModel<AddModel.Inputs, AddModel.AddResult> {
    final AtomicInteger calls = new AtomicInteger();

    record Inputs(
        @Port(doc = "a number") double doubled,
        @Port(defaultValue = "1", doc = "what to add", aliases = "addend") double term) {}

    record AddResult(@Port(doc = "the sum") double sum) implements SolverResult {}

    AddModel() {
      super(MethodHandles.lookup(), Inputs.class, AddResult.class);
    }

    @Override
    public AddResult solve(Inputs inputs) {
      calls.incrementAndGet();
      return new AddResult(inputs.doubled() + inputs.term());
    }
  }

  /** Waits for pong to give ping. */
  static final class PingModel extends BaseModel<PingModel.Inputs, PingModel.PingResult> {
    record Inputs(@Port(doc = "pong") double pong) {}

    record PingResult(@Port(doc = "ping") double ping) implements SolverResult {}

    PingModel() {
      super(MethodHandles.lookup(), Inputs.class, PingResult.class);
    }

    @Override
    public PingResult solve(Inputs inputs) {
      return new PingResult(inputs.pong() + 1);
    }
  }

  /** Waits for ping to give pong. */
  static final class PongModel extends BaseModel<PongModel.Inputs, PongModel.PongResult> {
    record Inputs(@Port(doc = "ping") double ping) {}

    record PongResult(@Port(doc = "pong") double pong) implements SolverResult {}

    PongModel() {
      super(MethodHandles.lookup(), Inputs.class, PongResult.class);
    }

    @Override
    public PongResult solve(Inputs inputs) {
      return new PongResult(inputs.ping() + 1);
    }
  }

  /** Produces a text under a name that others read as a number. */
  static final class WordModel extends BaseModel<WordModel.Inputs, WordModel.WordResult> {
    record Inputs(@Port(doc = "a text", defaultValue = "two") String word) {}

    record WordResult(@Port(doc = "a text") String doubled) implements SolverResult {}

    WordModel() {
      super(MethodHandles.lookup(), Inputs.class, WordResult.class);
    }

    @Override
    public WordResult solve(Inputs inputs) {
      return new WordResult(inputs.word());
    }
  }

  /** The fastest device of the catalogs. */
  static final class FastestOptimizer
      extends BaseOptimizer<FastestOptimizer.Inputs, FastestOptimizer.FastestResult> {
    record Inputs(
        @Port(doc = "names to leave out", defaultValue = "") List<String> without,
        @Port(doc = "throw when infeasible", defaultValue = "false") boolean raiseErrors) {}

    record Config(@Port(doc = "the device") Device hardware) {}

    record FastestResult(
        @Port(doc = "peak") Optional<Double> objectiveValue,
        @Port(doc = "objective") String objectiveName,
        @Port(doc = "its unit") String objectiveUnit,
        @Port(doc = "direction") Direction direction,
        @Port(doc = "best") Optional<Config> bestConfig,
        @Port(doc = "searched") int totalSearched,
        @Port(doc = "infeasible") int candidatesInfeasible,
        @Port(doc = "failed") int candidatesFailed,
        @Port(doc = "best few") List<Config> topCandidates,
        @Port(doc = "the fastest device") Optional<Device> hardware,
        @Port(doc = "whether there is one", verdict = true) boolean feasible)
        implements OptimizerResult {
      @Override
      public List<String> reasons() {
        return feasible ? List.of() : List.of("no device is left");
      }
    }

    FastestOptimizer() {
      super(MethodHandles.lookup(), Inputs.class, FastestResult.class);
    }

    @Override
    public FastestResult search(Inputs inputs, Search search) {
      List<Device> devices =
          search.catalog(Device.class).all().stream()
              .filter(each -> !inputs.without().contains(each.name()))
              .toList();
      SearchOutcome<Device, Double> found =
          search
              .over(devices)
              .evaluatedBy(each -> in(Units.FLOP_PER_SECOND, each.peak()))
              .maximize(each -> each);
      Optional<Device> best = found.best().map(SearchOutcome.Candidate::config);
      return new FastestResult(
          found.best().map(SearchOutcome.Candidate::objective),
          "peak",
          "FLOP/s",
          OptimizerResult.Direction.MAXIMIZE,
          best.map(Config::new),
          found.searched(),
          0,
          0,
          best.map(each -> List.of(new Config(each))).orElse(List.of()),
          best,
          best.isPresent());
    }
  }

  static Map<String, Object> training() {
    return Map.of("fleet", RACK, "batch_size", 16, "duration_days", 10);
  }

  private Fixture() {}
}
