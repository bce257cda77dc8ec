import com.example.mlsysim.PowerEfficiencyModel;
import java.util.Map;
import org.mlsysim.api.listener.PipelineListener;
import org.mlsysim.api.listener.StageEnded;
import org.mlsysim.core.distributed.DistributedModel;
import org.mlsysim.core.economics.EconomicsModel;
import org.mlsysim.hardware.Systems;
import org.mlsysim.models.Models;
import org.mlsysim.pipeline.Pipeline;

public class Guide {
  public static void main(String[] arguments) {
    var pipeline =
        Pipeline.builder("guide")
            .stage(new DistributedModel())
            .stage(new PowerEfficiencyModel())
            .stage(new EconomicsModel())
            .listener(
                new PipelineListener() {
                  @Override
                  public void stageEnded(StageEnded event) {
                    event.metrics().forEach(
                        metric -> System.out.println(metric.name() + " " + metric.value()));
                  }
                })
            .build();
    var result =
        pipeline.run(
            Map.of(
                "model", Models.Language.LLAMA3_8B,
                "fleet", Systems.Clusters.FRONTIER_8K,
                "duration_days", 30));
    System.out.println(result.get(PowerEfficiencyModel.class).flopsPerWatt());
  }
}
