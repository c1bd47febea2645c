-- SPDX-License-Identifier: Apache-2.0
INSERT INTO organizations (name, country)
  VALUES ('Gasolinera JSM', 'PA'), ('Lüm', 'PA'), ('Aconex', 'EC'), ('Cổng Redis', 'VN'), ('Estación Norte', 'MX');
INSERT INTO instances (organization_id, name, kind)
  SELECT 1 + n % 5, 'instance-' || n, CASE n % 3 WHEN 0 THEN 'redis' WHEN 1 THEN 'postgres' ELSE 'worker' END
  FROM generate_series(1, 20) n;
INSERT INTO coupons (code, station, fuel_type, amount)
  SELECT 'SEED-' || n, 'station-' || n % 12, (ARRAY ['REGULAR', 'PREMIUM', 'DIESEL'])[1 + n % 3], 5 + n % 95
  FROM generate_series(1, 500) n;
INSERT INTO documents (title, body)
  SELECT 'Documento ' || n, (ARRAY ['proyecto', 'factura', 'hóa đơn', 'fuel', 'contract', 'búsqueda'])[1 + n % 6]
    || ' ' || md5(n::text) || ' ' || repeat(md5((n * 7)::text) || ' ', 8)
  FROM generate_series(1, 3000) n;
