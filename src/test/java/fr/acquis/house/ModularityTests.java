package fr.acquis.house;

import fr.acquis.AcquisApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@Tag("fast")
class ModularityTests {

    private final ApplicationModules rooms = ApplicationModules.of(AcquisApplication.class);

    @Test
    void rooms_use_each_other_only_through_their_roots_and_without_a_cycle() {
        rooms.verify();
    }

    @Test
    void the_map_of_the_rooms_is_drawn() {
        new Documenter(rooms).writeModulesAsPlantUml().writeModuleCanvases();
    }
}
