import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import org.mlsysim.api.BaseModel;
import org.mlsysim.api.SolverResult;
import org.mlsysim.api.port.Port;
import org.mlsysim.pipeline.Pipeline;

/** A law of one's own in a pipeline, with nothing but the API and the pipeline on the path. */
public class ApiAlone {
  public static final class Doubling extends BaseModel<Doubling.Inputs, Doubling.Doubled> {
    public record Inputs(@Port(doc = "a number") double number) {}

    public record Doubled(
        @Port(doc = "twice the number") double twice, @Port(doc = "caveats") List<String> caveats)
        implements SolverResult {}

    public Doubling() {
      super(MethodHandles.lookup(), Inputs.class, Doubled.class);
    }

    @Override
    public Doubled solve(Inputs inputs) {
      return new Doubled(2 * inputs.number(), List.of());
    }
  }

  public static void main(String[] arguments) {
    var result = Pipeline.of(new Doubling()).run(Map.of("number", 21));
    System.out.println(result.get(Doubling.class).twice());
  }
}
