-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE organizations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  country text NOT NULL
);
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id bigint NOT NULL REFERENCES organizations,
  name text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  role text NOT NULL
);
CREATE TABLE instances (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id bigint NOT NULL REFERENCES organizations,
  name text NOT NULL,
  kind text NOT NULL
);
CREATE TABLE coupons (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text NOT NULL UNIQUE,
  station text NOT NULL,
  fuel_type text NOT NULL CHECK (fuel_type IN ('REGULAR', 'PREMIUM', 'DIESEL')),
  amount numeric(10, 2) NOT NULL,
  status text NOT NULL DEFAULT 'open'
);
CREATE TABLE redemptions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  coupon_id bigint NOT NULL UNIQUE REFERENCES coupons ON DELETE CASCADE,
  user_name text NOT NULL,
  redeemed_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE invoices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE,
  source text NOT NULL,
  read_by text NOT NULL,
  user_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE rewards (
  user_name text PRIMARY KEY,
  lumis bigint NOT NULL
);
CREATE TABLE documents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  title text NOT NULL,
  body text NOT NULL
);
