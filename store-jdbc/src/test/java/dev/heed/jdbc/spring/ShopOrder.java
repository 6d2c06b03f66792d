package dev.heed.jdbc.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the shop's, as JPA keeps it. */
@Entity
@Table(name = "shop_order")
class ShopOrder {
    @Id
    private String id;

    @SuppressWarnings("NullAway.Init") // set by JPA
    ShopOrder() {}

    ShopOrder(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
