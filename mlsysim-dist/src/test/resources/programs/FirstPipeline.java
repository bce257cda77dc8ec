import com.example.mlsysim.PowerEfficiencyModel;
import org.mlsysim.core.distributed.DistributedModel;
import org.mlsysim.core.economics.EconomicsModel;
import org.mlsysim.hardware.Systems;
import org.mlsysim.models.Models;
import org.mlsysim.pipeline.Pipeline;
import org.mlsysim.pipeline.PipelineResult;

/** The pipeline of the README. */
public class FirstPipeline {
  public static void main(String[] arguments) {
    PipelineResult result =
        Pipeline.of(new DistributedModel(), new PowerEfficiencyModel(), new EconomicsModel())
            .onStageEnd((stage, answer) -> System.out.println(stage + " is done"))
            .given("model", Models.Language.LLAMA3_8B)
            .given("fleet", Systems.Clusters.FRONTIER_8K)
            .given("duration_days", 30)
            .run();
    System.out.println(result.get(PowerEfficiencyModel.class).flopsPerWatt());
    result.metrics().forEach((name, metric) -> System.out.println(name + " " + metric.value()));
    System.out.println(result.plan().explain());
  }
}
