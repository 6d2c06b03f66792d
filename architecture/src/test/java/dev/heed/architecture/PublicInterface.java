package dev.heed.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be seen of a class from outside. */
final class PublicInterface {
    private PublicInterface() {}

    static ArchCondition<JavaClass> notMention(String... packages) {
        List<String> forbidden = Arrays.asList(packages);
        return new ArchCondition<>("not mention types of " + forbidden + " in public signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(unit -> mentions(unit, forbidden))
                        .forEach(unit -> events.add(SimpleConditionEvent.violated(
                                unit, unit.getFullName() + " mentions a type of " + forbidden)));
            }
        };
    }

    private static boolean mentions(JavaCodeUnit unit, List<String> packages) {
        return Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                .anyMatch(type -> packages.stream().anyMatch(type.getName()::startsWith));
    }
}
