package dev.heed.jdbc.spring;

import dev.heed.jdbc.tx.TestDatabase;
import jakarta.persistence.EntityManager;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;

/** A shop on Spring and Hibernate. */
final class JpaCaller extends SpringCaller {
    private static final Logger LOG = Logger.getLogger("org.hibernate");

    JpaCaller(TestDatabase where) {
        super(where, JpaCaller::manager);
    }

    private static JpaTransactionManager manager(DataSource connections) {
        LOG.setLevel(Level.OFF);
        Configuration hibernate = new Configuration().addAnnotatedClass(ShopOrder.class);
        hibernate.getProperties().put("hibernate.connection.datasource", connections);
        JpaTransactionManager manager = new JpaTransactionManager(hibernate.buildSessionFactory());
        manager.setDataSource(connections);
        manager.setJpaDialect(new HibernateJpaDialect());
        return manager;
    }

    private SessionFactory factory() {
        return (SessionFactory) Objects.requireNonNull(((JpaTransactionManager) manager()).getEntityManagerFactory());
    }

    /** That of the transaction that is active. */
    EntityManager entities() {
        return Objects.requireNonNull(EntityManagerFactoryUtils.getTransactionalEntityManager(factory()));
    }

    @Override
    public void close() {
        factory().close();
        super.close();
    }
}
