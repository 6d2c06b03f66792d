package dev.heed.jdbc.spring;

import com.arjuna.ats.jta.UserTransaction;
import dev.heed.jdbc.TxGateway;
import dev.heed.jdbc.tx.FailingXaDataSource;
import dev.heed.jdbc.tx.JtaCaller;
import dev.heed.jdbc.tx.TestDatabase;
import java.sql.SQLException;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.jta.JtaTransactionManager;

/** A shop on Spring whose transactions are Jakarta's. */
final class SpringJtaCaller extends SpringCaller {
    SpringJtaCaller(TestDatabase where, BiFunction<DataSource, PlatformTransactionManager, TxGateway> gateway)
            throws SQLException {
        super(
                where,
                JtaCaller.pool(where),
                connections -> new JtaTransactionManager(UserTransaction.userTransaction(), JtaCaller.MANAGER),
                gateway);
    }

    @Override
    public void loseTheAnswerToTheNextCommit() {
        FailingXaDataSource.loseTheNextAnswer();
    }

    @Override
    public void refuseTheNextCommit() {
        FailingXaDataSource.refuseTheNextCommit();
    }

    /** Where the gateway is not Spring's, the pool gives another handle to the same connection. */
    @Override
    public boolean sharesTheConnection() {
        return false;
    }
}
