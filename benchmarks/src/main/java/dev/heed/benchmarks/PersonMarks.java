package dev.heed.benchmarks;

import dev.heed.people.Address;
import dev.heed.people.AgentId;
import dev.heed.people.Customer;
import dev.heed.people.CustomerId;
import dev.heed.people.EmailAddress;
import dev.heed.people.LinkId;
import dev.heed.people.ProfileLink;
import dev.heed.people.Proof;
import dev.heed.spi.store.CommitResult;
import dev.heed.spi.store.InMemoryTicketStore;
import dev.heed.spi.store.UnitOfWork;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * From an address to the person: what is asked for each message that comes in. Measured beside one look into a plain {@code
 * HashMap} of the same addresses, in turn and in the same order. The addresses asked for are made anew, as those of mails
 * are. Times are CPU times of the thread.
 */
public final class PersonMarks {
    private static final int PROFILES = 1_000_000;
    private static final int LINKED_EVERY = 10;
    private static final int LOOKS = 1_000_000;
    private static final int ROUNDS = 11;
    private static final int MARK = 1000;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private PersonMarks() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        InMemoryTicketStore store = new InMemoryTicketStore();
        Map<Address, CustomerId> plain = new HashMap<>();
        for (int i = 0; i < PROFILES; i++) {
            EmailAddress address = EmailAddress.of("customer" + i + "@example.com");
            CustomerId id = CustomerId.of("c-" + i);
            UnitOfWork.Builder unit = UnitOfWork.builder()
                    .customer(Customer.builder(id.value()).address(address).build());
            if (i % LINKED_EVERY > 0 && i % LINKED_EVERY < 3) { // people with three profiles
                unit.link(link(i, CustomerId.of("c-" + (i - 1)), id));
            }
            require(store.commit(unit.build()) == CommitResult.COMMITTED);
            plain.put(address, id);
        }
        Address[] asked = asked();
        double[] looks = new double[ROUNDS];
        double[] people = new double[ROUNDS];
        double[] known = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            looks[round] = nanosEach(asked, address -> Objects.hashCode(plain.get(address)));
            people[round] = nanosEach(
                    asked,
                    address ->
                            store.findPerson(address).orElseThrow().profiles().size());
            known[round] = nanosEach(
                    asked,
                    address -> store.findCustomer(address).orElseThrow().id().hashCode());
        }
        double look = median(looks);
        double person = median(people);
        System.out.println("Address to person, " + PROFILES + " profiles, every tenth with two more linked to it");
        System.out.println("one look into a HashMap: " + Math.round(look) + " ns");
        System.out.println("findPerson(address):     " + Math.round(person) + " ns, "
                + Math.round(person / look * 10) / 10.0 + " times, mark " + MARK + " ns: "
                + (person <= MARK ? "kept" : "missed"));
        System.out.println("findCustomer(address):   " + Math.round(median(known)) + " ns");
    }

    private static ProfileLink link(int number, CustomerId one, CustomerId other) {
        Proof proof = new Proof.AgentDecision(AgentId.of("maria"), "They called.");
        return ProfileLink.of(new LinkId(new UUID(0, number)), one, other, proof, Instant.EPOCH);
    }

    private static Address[] asked() {
        Random chance = new Random(7);
        Address[] asked = new Address[LOOKS];
        for (int i = 0; i < LOOKS; i++) {
            asked[i] = EmailAddress.of("customer" + chance.nextInt(PROFILES) + "@example.com");
        }
        return asked;
    }

    private static double nanosEach(Address[] asked, ToIntFunction<Address> look) {
        long sum = 0;
        long begin = THREAD.getCurrentThreadCpuTime();
        for (Address address : asked) {
            sum += look.applyAsInt(address);
        }
        long took = THREAD.getCurrentThreadCpuTime() - begin;
        require(sum != 0);
        return (double) took / asked.length;
    }

    private static double median(double[] some) {
        double[] sorted = some.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("The program measures something else.");
        }
    }
}
