/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/**
 * The code designating a country/region, which generally follows ISO 3166-1 alpha-2 guidelines.
 * If a territory doesn't have a country code value in the `CountryCode` enum, then it might be considered a subdivision
 * of another country. For example, the territories associated with Spain are represented by the country code `ES`,
 * and the territories associated with the United States of America are represented by the country code `US`.
 */
export type CountryCode =
  /** Ascension Island. */
  | 'AC'
  /** Andorra. */
  | 'AD'
  /** United Arab Emirates. */
  | 'AE'
  /** Afghanistan. */
  | 'AF'
  /** Antigua & Barbuda. */
  | 'AG'
  /** Anguilla. */
  | 'AI'
  /** Albania. */
  | 'AL'
  /** Armenia. */
  | 'AM'
  /** Netherlands Antilles. */
  | 'AN'
  /** Angola. */
  | 'AO'
  /** Argentina. */
  | 'AR'
  /** Austria. */
  | 'AT'
  /** Australia. */
  | 'AU'
  /** Aruba. */
  | 'AW'
  /** Åland Islands. */
  | 'AX'
  /** Azerbaijan. */
  | 'AZ'
  /** Bosnia & Herzegovina. */
  | 'BA'
  /** Barbados. */
  | 'BB'
  /** Bangladesh. */
  | 'BD'
  /** Belgium. */
  | 'BE'
  /** Burkina Faso. */
  | 'BF'
  /** Bulgaria. */
  | 'BG'
  /** Bahrain. */
  | 'BH'
  /** Burundi. */
  | 'BI'
  /** Benin. */
  | 'BJ'
  /** St. Barthélemy. */
  | 'BL'
  /** Bermuda. */
  | 'BM'
  /** Brunei. */
  | 'BN'
  /** Bolivia. */
  | 'BO'
  /** Caribbean Netherlands. */
  | 'BQ'
  /** Brazil. */
  | 'BR'
  /** Bahamas. */
  | 'BS'
  /** Bhutan. */
  | 'BT'
  /** Bouvet Island. */
  | 'BV'
  /** Botswana. */
  | 'BW'
  /** Belarus. */
  | 'BY'
  /** Belize. */
  | 'BZ'
  /** Canada. */
  | 'CA'
  /** Cocos (Keeling) Islands. */
  | 'CC'
  /** Congo - Kinshasa. */
  | 'CD'
  /** Central African Republic. */
  | 'CF'
  /** Congo - Brazzaville. */
  | 'CG'
  /** Switzerland. */
  | 'CH'
  /** Côte d’Ivoire. */
  | 'CI'
  /** Cook Islands. */
  | 'CK'
  /** Chile. */
  | 'CL'
  /** Cameroon. */
  | 'CM'
  /** China. */
  | 'CN'
  /** Colombia. */
  | 'CO'
  /** Costa Rica. */
  | 'CR'
  /** Cuba. */
  | 'CU'
  /** Cape Verde. */
  | 'CV'
  /** Curaçao. */
  | 'CW'
  /** Christmas Island. */
  | 'CX'
  /** Cyprus. */
  | 'CY'
  /** Czechia. */
  | 'CZ'
  /** Germany. */
  | 'DE'
  /** Djibouti. */
  | 'DJ'
  /** Denmark. */
  | 'DK'
  /** Dominica. */
  | 'DM'
  /** Dominican Republic. */
  | 'DO'
  /** Algeria. */
  | 'DZ'
  /** Ecuador. */
  | 'EC'
  /** Estonia. */
  | 'EE'
  /** Egypt. */
  | 'EG'
  /** Western Sahara. */
  | 'EH'
  /** Eritrea. */
  | 'ER'
  /** Spain. */
  | 'ES'
  /** Ethiopia. */
  | 'ET'
  /** Finland. */
  | 'FI'
  /** Fiji. */
  | 'FJ'
  /** Falkland Islands. */
  | 'FK'
  /** Faroe Islands. */
  | 'FO'
  /** France. */
  | 'FR'
  /** Gabon. */
  | 'GA'
  /** United Kingdom. */
  | 'GB'
  /** Grenada. */
  | 'GD'
  /** Georgia. */
  | 'GE'
  /** French Guiana. */
  | 'GF'
  /** Guernsey. */
  | 'GG'
  /** Ghana. */
  | 'GH'
  /** Gibraltar. */
  | 'GI'
  /** Greenland. */
  | 'GL'
  /** Gambia. */
  | 'GM'
  /** Guinea. */
  | 'GN'
  /** Guadeloupe. */
  | 'GP'
  /** Equatorial Guinea. */
  | 'GQ'
  /** Greece. */
  | 'GR'
  /** South Georgia & South Sandwich Islands. */
  | 'GS'
  /** Guatemala. */
  | 'GT'
  /** Guinea-Bissau. */
  | 'GW'
  /** Guyana. */
  | 'GY'
  /** Hong Kong SAR. */
  | 'HK'
  /** Heard & McDonald Islands. */
  | 'HM'
  /** Honduras. */
  | 'HN'
  /** Croatia. */
  | 'HR'
  /** Haiti. */
  | 'HT'
  /** Hungary. */
  | 'HU'
  /** Indonesia. */
  | 'ID'
  /** Ireland. */
  | 'IE'
  /** Israel. */
  | 'IL'
  /** Isle of Man. */
  | 'IM'
  /** India. */
  | 'IN'
  /** British Indian Ocean Territory. */
  | 'IO'
  /** Iraq. */
  | 'IQ'
  /** Iran. */
  | 'IR'
  /** Iceland. */
  | 'IS'
  /** Italy. */
  | 'IT'
  /** Jersey. */
  | 'JE'
  /** Jamaica. */
  | 'JM'
  /** Jordan. */
  | 'JO'
  /** Japan. */
  | 'JP'
  /** Kenya. */
  | 'KE'
  /** Kyrgyzstan. */
  | 'KG'
  /** Cambodia. */
  | 'KH'
  /** Kiribati. */
  | 'KI'
  /** Comoros. */
  | 'KM'
  /** St. Kitts & Nevis. */
  | 'KN'
  /** North Korea. */
  | 'KP'
  /** South Korea. */
  | 'KR'
  /** Kuwait. */
  | 'KW'
  /** Cayman Islands. */
  | 'KY'
  /** Kazakhstan. */
  | 'KZ'
  /** Laos. */
  | 'LA'
  /** Lebanon. */
  | 'LB'
  /** St. Lucia. */
  | 'LC'
  /** Liechtenstein. */
  | 'LI'
  /** Sri Lanka. */
  | 'LK'
  /** Liberia. */
  | 'LR'
  /** Lesotho. */
  | 'LS'
  /** Lithuania. */
  | 'LT'
  /** Luxembourg. */
  | 'LU'
  /** Latvia. */
  | 'LV'
  /** Libya. */
  | 'LY'
  /** Morocco. */
  | 'MA'
  /** Monaco. */
  | 'MC'
  /** Moldova. */
  | 'MD'
  /** Montenegro. */
  | 'ME'
  /** St. Martin. */
  | 'MF'
  /** Madagascar. */
  | 'MG'
  /** North Macedonia. */
  | 'MK'
  /** Mali. */
  | 'ML'
  /** Myanmar (Burma). */
  | 'MM'
  /** Mongolia. */
  | 'MN'
  /** Macao SAR. */
  | 'MO'
  /** Martinique. */
  | 'MQ'
  /** Mauritania. */
  | 'MR'
  /** Montserrat. */
  | 'MS'
  /** Malta. */
  | 'MT'
  /** Mauritius. */
  | 'MU'
  /** Maldives. */
  | 'MV'
  /** Malawi. */
  | 'MW'
  /** Mexico. */
  | 'MX'
  /** Malaysia. */
  | 'MY'
  /** Mozambique. */
  | 'MZ'
  /** Namibia. */
  | 'NA'
  /** New Caledonia. */
  | 'NC'
  /** Niger. */
  | 'NE'
  /** Norfolk Island. */
  | 'NF'
  /** Nigeria. */
  | 'NG'
  /** Nicaragua. */
  | 'NI'
  /** Netherlands. */
  | 'NL'
  /** Norway. */
  | 'NO'
  /** Nepal. */
  | 'NP'
  /** Nauru. */
  | 'NR'
  /** Niue. */
  | 'NU'
  /** New Zealand. */
  | 'NZ'
  /** Oman. */
  | 'OM'
  /** Panama. */
  | 'PA'
  /** Peru. */
  | 'PE'
  /** French Polynesia. */
  | 'PF'
  /** Papua New Guinea. */
  | 'PG'
  /** Philippines. */
  | 'PH'
  /** Pakistan. */
  | 'PK'
  /** Poland. */
  | 'PL'
  /** St. Pierre & Miquelon. */
  | 'PM'
  /** Pitcairn Islands. */
  | 'PN'
  /** Palestinian Territories. */
  | 'PS'
  /** Portugal. */
  | 'PT'
  /** Paraguay. */
  | 'PY'
  /** Qatar. */
  | 'QA'
  /** Réunion. */
  | 'RE'
  /** Romania. */
  | 'RO'
  /** Serbia. */
  | 'RS'
  /** Russia. */
  | 'RU'
  /** Rwanda. */
  | 'RW'
  /** Saudi Arabia. */
  | 'SA'
  /** Solomon Islands. */
  | 'SB'
  /** Seychelles. */
  | 'SC'
  /** Sudan. */
  | 'SD'
  /** Sweden. */
  | 'SE'
  /** Singapore. */
  | 'SG'
  /** St. Helena. */
  | 'SH'
  /** Slovenia. */
  | 'SI'
  /** Svalbard & Jan Mayen. */
  | 'SJ'
  /** Slovakia. */
  | 'SK'
  /** Sierra Leone. */
  | 'SL'
  /** San Marino. */
  | 'SM'
  /** Senegal. */
  | 'SN'
  /** Somalia. */
  | 'SO'
  /** Suriname. */
  | 'SR'
  /** South Sudan. */
  | 'SS'
  /** São Tomé & Príncipe. */
  | 'ST'
  /** El Salvador. */
  | 'SV'
  /** Sint Maarten. */
  | 'SX'
  /** Syria. */
  | 'SY'
  /** Eswatini. */
  | 'SZ'
  /** Tristan da Cunha. */
  | 'TA'
  /** Turks & Caicos Islands. */
  | 'TC'
  /** Chad. */
  | 'TD'
  /** French Southern Territories. */
  | 'TF'
  /** Togo. */
  | 'TG'
  /** Thailand. */
  | 'TH'
  /** Tajikistan. */
  | 'TJ'
  /** Tokelau. */
  | 'TK'
  /** Timor-Leste. */
  | 'TL'
  /** Turkmenistan. */
  | 'TM'
  /** Tunisia. */
  | 'TN'
  /** Tonga. */
  | 'TO'
  /** Türkiye. */
  | 'TR'
  /** Trinidad & Tobago. */
  | 'TT'
  /** Tuvalu. */
  | 'TV'
  /** Taiwan. */
  | 'TW'
  /** Tanzania. */
  | 'TZ'
  /** Ukraine. */
  | 'UA'
  /** Uganda. */
  | 'UG'
  /** U.S. Outlying Islands. */
  | 'UM'
  /** United States. */
  | 'US'
  /** Uruguay. */
  | 'UY'
  /** Uzbekistan. */
  | 'UZ'
  /** Vatican City. */
  | 'VA'
  /** St. Vincent & Grenadines. */
  | 'VC'
  /** Venezuela. */
  | 'VE'
  /** British Virgin Islands. */
  | 'VG'
  /** Vietnam. */
  | 'VN'
  /** Vanuatu. */
  | 'VU'
  /** Wallis & Futuna. */
  | 'WF'
  /** Samoa. */
  | 'WS'
  /** Kosovo. */
  | 'XK'
  /** Yemen. */
  | 'YE'
  /** Mayotte. */
  | 'YT'
  /** South Africa. */
  | 'ZA'
  /** Zambia. */
  | 'ZM'
  /** Zimbabwe. */
  | 'ZW'
  /** Unknown Region. */
  | 'ZZ';

/**
 * The currency codes that represent the world currencies throughout the Admin API. Currency codes include
 * [standard ISO 4217 codes](https://en.wikipedia.org/wiki/ISO_4217), legacy codes, non-standard codes,
 * digital currency codes.
 */
export type CurrencyCode =
  /** United Arab Emirates Dirham (AED). */
  | 'AED'
  /** Afghan Afghani (AFN). */
  | 'AFN'
  /** Albanian Lek (ALL). */
  | 'ALL'
  /** Armenian Dram (AMD). */
  | 'AMD'
  /** Netherlands Antillean Guilder. */
  | 'ANG'
  /** Angolan Kwanza (AOA). */
  | 'AOA'
  /** Argentine Pesos (ARS). */
  | 'ARS'
  /** Australian Dollars (AUD). */
  | 'AUD'
  /** Aruban Florin (AWG). */
  | 'AWG'
  /** Azerbaijani Manat (AZN). */
  | 'AZN'
  /** Bosnia and Herzegovina Convertible Mark (BAM). */
  | 'BAM'
  /** Barbadian Dollar (BBD). */
  | 'BBD'
  /** Bangladesh Taka (BDT). */
  | 'BDT'
  /** Bulgarian Lev (BGN). */
  | 'BGN'
  /** Bahraini Dinar (BHD). */
  | 'BHD'
  /** Burundian Franc (BIF). */
  | 'BIF'
  /** Bermudian Dollar (BMD). */
  | 'BMD'
  /** Brunei Dollar (BND). */
  | 'BND'
  /** Bolivian Boliviano (BOB). */
  | 'BOB'
  /** Brazilian Real (BRL). */
  | 'BRL'
  /** Bahamian Dollar (BSD). */
  | 'BSD'
  /** Bhutanese Ngultrum (BTN). */
  | 'BTN'
  /** Botswana Pula (BWP). */
  | 'BWP'
  /** Belarusian Ruble (BYN). */
  | 'BYN'
  /** Belarusian Ruble (BYR). */
  | 'BYR'
  /** Belize Dollar (BZD). */
  | 'BZD'
  /** Canadian Dollars (CAD). */
  | 'CAD'
  /** Congolese franc (CDF). */
  | 'CDF'
  /** Swiss Francs (CHF). */
  | 'CHF'
  /** Chilean Peso (CLP). */
  | 'CLP'
  /** Chinese Yuan Renminbi (CNY). */
  | 'CNY'
  /** Colombian Peso (COP). */
  | 'COP'
  /** Costa Rican Colones (CRC). */
  | 'CRC'
  /** Cape Verdean escudo (CVE). */
  | 'CVE'
  /** Czech Koruny (CZK). */
  | 'CZK'
  /** Djiboutian Franc (DJF). */
  | 'DJF'
  /** Danish Kroner (DKK). */
  | 'DKK'
  /** Dominican Peso (DOP). */
  | 'DOP'
  /** Algerian Dinar (DZD). */
  | 'DZD'
  /** Egyptian Pound (EGP). */
  | 'EGP'
  /** Eritrean Nakfa (ERN). */
  | 'ERN'
  /** Ethiopian Birr (ETB). */
  | 'ETB'
  /** Euro (EUR). */
  | 'EUR'
  /** Fijian Dollars (FJD). */
  | 'FJD'
  /** Falkland Islands Pounds (FKP). */
  | 'FKP'
  /** United Kingdom Pounds (GBP). */
  | 'GBP'
  /** Georgian Lari (GEL). */
  | 'GEL'
  /** Ghanaian Cedi (GHS). */
  | 'GHS'
  /** Gibraltar Pounds (GIP). */
  | 'GIP'
  /** Gambian Dalasi (GMD). */
  | 'GMD'
  /** Guinean Franc (GNF). */
  | 'GNF'
  /** Guatemalan Quetzal (GTQ). */
  | 'GTQ'
  /** Guyanese Dollar (GYD). */
  | 'GYD'
  /** Hong Kong Dollars (HKD). */
  | 'HKD'
  /** Honduran Lempira (HNL). */
  | 'HNL'
  /** Croatian Kuna (HRK). */
  | 'HRK'
  /** Haitian Gourde (HTG). */
  | 'HTG'
  /** Hungarian Forint (HUF). */
  | 'HUF'
  /** Indonesian Rupiah (IDR). */
  | 'IDR'
  /** Israeli New Shekel (NIS). */
  | 'ILS'
  /** Indian Rupees (INR). */
  | 'INR'
  /** Iraqi Dinar (IQD). */
  | 'IQD'
  /** Iranian Rial (IRR). */
  | 'IRR'
  /** Icelandic Kronur (ISK). */
  | 'ISK'
  /** Jersey Pound. */
  | 'JEP'
  /** Jamaican Dollars (JMD). */
  | 'JMD'
  /** Jordanian Dinar (JOD). */
  | 'JOD'
  /** Japanese Yen (JPY). */
  | 'JPY'
  /** Kenyan Shilling (KES). */
  | 'KES'
  /** Kyrgyzstani Som (KGS). */
  | 'KGS'
  /** Cambodian Riel. */
  | 'KHR'
  /** Kiribati Dollar (KID). */
  | 'KID'
  /** Comorian Franc (KMF). */
  | 'KMF'
  /** South Korean Won (KRW). */
  | 'KRW'
  /** Kuwaiti Dinar (KWD). */
  | 'KWD'
  /** Cayman Dollars (KYD). */
  | 'KYD'
  /** Kazakhstani Tenge (KZT). */
  | 'KZT'
  /** Laotian Kip (LAK). */
  | 'LAK'
  /** Lebanese Pounds (LBP). */
  | 'LBP'
  /** Sri Lankan Rupees (LKR). */
  | 'LKR'
  /** Liberian Dollar (LRD). */
  | 'LRD'
  /** Lesotho Loti (LSL). */
  | 'LSL'
  /** Lithuanian Litai (LTL). */
  | 'LTL'
  /** Latvian Lati (LVL). */
  | 'LVL'
  /** Libyan Dinar (LYD). */
  | 'LYD'
  /** Moroccan Dirham. */
  | 'MAD'
  /** Moldovan Leu (MDL). */
  | 'MDL'
  /** Malagasy Ariary (MGA). */
  | 'MGA'
  /** Macedonia Denar (MKD). */
  | 'MKD'
  /** Burmese Kyat (MMK). */
  | 'MMK'
  /** Mongolian Tugrik. */
  | 'MNT'
  /** Macanese Pataca (MOP). */
  | 'MOP'
  /** Mauritanian Ouguiya (MRU). */
  | 'MRU'
  /** Mauritian Rupee (MUR). */
  | 'MUR'
  /** Maldivian Rufiyaa (MVR). */
  | 'MVR'
  /** Malawian Kwacha (MWK). */
  | 'MWK'
  /** Mexican Pesos (MXN). */
  | 'MXN'
  /** Malaysian Ringgits (MYR). */
  | 'MYR'
  /** Mozambican Metical. */
  | 'MZN'
  /** Namibian Dollar. */
  | 'NAD'
  /** Nigerian Naira (NGN). */
  | 'NGN'
  /** Nicaraguan Córdoba (NIO). */
  | 'NIO'
  /** Norwegian Kroner (NOK). */
  | 'NOK'
  /** Nepalese Rupee (NPR). */
  | 'NPR'
  /** New Zealand Dollars (NZD). */
  | 'NZD'
  /** Omani Rial (OMR). */
  | 'OMR'
  /** Panamian Balboa (PAB). */
  | 'PAB'
  /** Peruvian Nuevo Sol (PEN). */
  | 'PEN'
  /** Papua New Guinean Kina (PGK). */
  | 'PGK'
  /** Philippine Peso (PHP). */
  | 'PHP'
  /** Pakistani Rupee (PKR). */
  | 'PKR'
  /** Polish Zlotych (PLN). */
  | 'PLN'
  /** Paraguayan Guarani (PYG). */
  | 'PYG'
  /** Qatari Rial (QAR). */
  | 'QAR'
  /** Romanian Lei (RON). */
  | 'RON'
  /** Serbian dinar (RSD). */
  | 'RSD'
  /** Russian Rubles (RUB). */
  | 'RUB'
  /** Rwandan Franc (RWF). */
  | 'RWF'
  /** Saudi Riyal (SAR). */
  | 'SAR'
  /** Solomon Islands Dollar (SBD). */
  | 'SBD'
  /** Seychellois Rupee (SCR). */
  | 'SCR'
  /** Sudanese Pound (SDG). */
  | 'SDG'
  /** Swedish Kronor (SEK). */
  | 'SEK'
  /** Singapore Dollars (SGD). */
  | 'SGD'
  /** Saint Helena Pounds (SHP). */
  | 'SHP'
  /** Sierra Leonean Leone (SLL). */
  | 'SLL'
  /** Somali Shilling (SOS). */
  | 'SOS'
  /** Surinamese Dollar (SRD). */
  | 'SRD'
  /** South Sudanese Pound (SSP). */
  | 'SSP'
  /** Sao Tome And Principe Dobra (STD). */
  | 'STD'
  /** Sao Tome And Principe Dobra (STN). */
  | 'STN'
  /** Syrian Pound (SYP). */
  | 'SYP'
  /** Swazi Lilangeni (SZL). */
  | 'SZL'
  /** Thai baht (THB). */
  | 'THB'
  /** Tajikistani Somoni (TJS). */
  | 'TJS'
  /** Turkmenistani Manat (TMT). */
  | 'TMT'
  /** Tunisian Dinar (TND). */
  | 'TND'
  /** Tongan Pa'anga (TOP). */
  | 'TOP'
  /** Turkish Lira (TRY). */
  | 'TRY'
  /** Trinidad and Tobago Dollars (TTD). */
  | 'TTD'
  /** Taiwan Dollars (TWD). */
  | 'TWD'
  /** Tanzanian Shilling (TZS). */
  | 'TZS'
  /** Ukrainian Hryvnia (UAH). */
  | 'UAH'
  /** Ugandan Shilling (UGX). */
  | 'UGX'
  /** United States Dollars (USD). */
  | 'USD'
  /** United States Dollars Coin (USDC). */
  | 'USDC'
  /** Uruguayan Pesos (UYU). */
  | 'UYU'
  /** Uzbekistan som (UZS). */
  | 'UZS'
  /** Venezuelan Bolivares (VED). */
  | 'VED'
  /** Venezuelan Bolivares (VEF). */
  | 'VEF'
  /** Venezuelan Bolivares Soberanos (VES). */
  | 'VES'
  /** Vietnamese đồng (VND). */
  | 'VND'
  /** Vanuatu Vatu (VUV). */
  | 'VUV'
  /** Samoan Tala (WST). */
  | 'WST'
  /** Central African CFA Franc (XAF). */
  | 'XAF'
  /** East Caribbean Dollar (XCD). */
  | 'XCD'
  /** West African CFA franc (XOF). */
  | 'XOF'
  /** CFP Franc (XPF). */
  | 'XPF'
  /** Unrecognized currency. */
  | 'XXX'
  /** Yemeni Rial (YER). */
  | 'YER'
  /** South African Rand (ZAR). */
  | 'ZAR'
  /** Zambian Kwacha (ZMW). */
  | 'ZMW';

/** The login redirection target for customer accounts. */
export type CustomerAccountsVersion =
  /** The customer is redirected to the classic customer accounts login page. */
  | 'CLASSIC'
  /** The customer is redirected to the new customer accounts login page. */
  | 'NEW_CUSTOMER_ACCOUNTS';

/** The input fields for an applied discount on a calculated exchange line item. */
export type ExchangeLineItemAppliedDiscountInput = {
  /** The description of the discount. */
  description?: string | null | undefined;
  /** The value of the discount as a fixed amount or a percentage. */
  value: ExchangeLineItemAppliedDiscountValueInput;
};

/**
 * The input value for an applied discount on a calculated exchange line item.
 * Can either specify the value as a fixed amount or a percentage.
 */
export type ExchangeLineItemAppliedDiscountValueInput =
  {   /** The value of the discount as a fixed amount. */
  amount: MoneyInput; percentage?: never; }
  |  { amount?: never;   /** The value of the discount as a percentage. */
  percentage: number; };

/** The input fields for new line items to be added to the order as part of an exchange. */
export type ExchangeLineItemInput = {
  /** The discount to be applied to the exchange line item. */
  appliedDiscount?: ExchangeLineItemAppliedDiscountInput | null | undefined;
  /** The gift card codes associated with the physical gift cards. */
  giftCardCodes?: Array<string> | null | undefined;
  /** The quantity of the item to be added. */
  quantity: number;
  /** The ID of the product variant to be added to the order as part of an exchange. */
  variantId?: string | number | null | undefined;
};

/** The input fields for a monetary value with currency. */
export type MoneyInput = {
  /** Decimal money amount. */
  amount: string;
  /** Currency of the money. */
  currencyCode: CurrencyCode;
};

/** Discrepancy reasons for order adjustments. */
export type OrderAdjustmentInputDiscrepancyReason =
  /** The discrepancy reason is customer. */
  | 'CUSTOMER'
  /** The discrepancy reason is damage. */
  | 'DAMAGE'
  /** The discrepancy reason is not one of the predefined reasons. */
  | 'OTHER'
  /** The discrepancy reason is restocking. */
  | 'RESTOCK';

/** The input fields for the information needed to create an order transaction. */
export type OrderTransactionInput = {
  /** The amount of money for this transaction. */
  amount: string;
  /** The payment gateway to use for this transaction. */
  gateway: string;
  /** The kind of transaction. */
  kind: OrderTransactionKind;
  /** The ID of the order associated with the transaction. */
  orderId: string | number;
  /** The ID of the optional parent transaction, for example the authorization of a capture. */
  parentId?: string | number | null | undefined;
};

/** The different kinds of order transactions. */
export type OrderTransactionKind =
  /**
   * An amount reserved against the cardholder's funding source.
   * Money does not change hands until the authorization is captured.
   */
  | 'AUTHORIZATION'
  /** A transfer of the money that was reserved by an authorization. */
  | 'CAPTURE'
  /** The money returned to the customer when they've paid too much during a cash transaction. */
  | 'CHANGE'
  /** An authorization for a payment taken with an EMV credit card reader. */
  | 'EMV_AUTHORIZATION'
  /**
   * A partial or full return of captured funds to the cardholder.
   * A refund can happen only after a capture is processed.
   */
  | 'REFUND'
  /** An authorization and capture performed together in a single step. */
  | 'SALE'
  /** A suggested refund transaction that can be used to create a refund. */
  | 'SUGGESTED_REFUND'
  /** A cancelation of an authorization transaction. */
  | 'VOID';

/** The different states that an `OrderTransaction` can have. */
export type OrderTransactionStatus =
  /** Awaiting a response. */
  | 'AWAITING_RESPONSE'
  /** There was an error while processing the transaction. */
  | 'ERROR'
  /** The transaction failed. */
  | 'FAILURE'
  /** The transaction is pending. */
  | 'PENDING'
  /** The transaction succeeded. */
  | 'SUCCESS'
  /** The transaction status is unknown. */
  | 'UNKNOWN';

/** The input fields required to reimburse duties on a refund. */
export type RefundDutyInput = {
  /** The ID of the duty in the refund. */
  dutyId: string | number;
  /** The type of refund for this duty. */
  refundType?: RefundDutyRefundType | null | undefined;
};

/** The type of refund to perform for a particular refund duty. */
export type RefundDutyRefundType =
  /** The duty is fully refunded. */
  | 'FULL'
  /** The duty is proportionally refunded based on the quantity of the refunded line item. */
  | 'PROPORTIONAL';

/** The input fields to create a refund. */
export type RefundInput = {
  /** Whether to allow the total refunded amount to surpass the amount paid for the order. */
  allowOverRefunding?: boolean | null | undefined;
  /**
   * The currency that is used to refund the order. This must be the presentment
   * currency, which is the currency used by the customer. This is a required field
   * for orders where the currency and presentment currency differ.
   */
  currency?: CurrencyCode | null | undefined;
  /** An optional reason for a discrepancy between calculated and actual refund amounts. */
  discrepancyReason?: OrderAdjustmentInputDiscrepancyReason | null | undefined;
  /** An optional note that's attached to the refund. */
  note?: string | null | undefined;
  /** Whether to send a refund notification to the customer. */
  notify?: boolean | null | undefined;
  /** The ID of the order that's being refunded. */
  orderId: string | number;
  /** The date and time when the refund is being processed. If not provided, it will be set to the current time. */
  processedAt?: string | null | undefined;
  /** A list of duties to refund. */
  refundDuties?: Array<RefundDutyInput> | null | undefined;
  /** A list of line items to refund. */
  refundLineItems?: Array<RefundLineItemInput> | null | undefined;
  /** A list of instructions to process the financial outcome of the refund. */
  refundMethods?: Array<RefundMethodInput> | null | undefined;
  /** The input fields that are required to reimburse shipping costs. */
  shipping?: ShippingRefundInput | null | undefined;
  /** A list of transactions involved in the refund. */
  transactions?: Array<OrderTransactionInput> | null | undefined;
};

/** The input fields required to reimburse line items on a refund. */
export type RefundLineItemInput = {
  /** The ID of the line item in the refund. */
  lineItemId: string | number;
  /** The intended location for restocking. If the `restockType` is set to `NO_RESTOCK`, then this value is empty. */
  locationId?: string | number | null | undefined;
  /** The quantity of the associated line item to be refunded. */
  quantity: number;
  /** The type of restock for this line item. */
  restockType?: RefundLineItemRestockType | null | undefined;
};

/** The type of restock performed for a particular refund line item. */
export type RefundLineItemRestockType =
  /** The refund line item was canceled. Use this when restocking unfulfilled line items. */
  | 'CANCEL'
  /**
   * Deprecated. The refund line item was restocked, without specifically
   * beingidentified as a return or cancelation. This value is not accepted when
   * creating new refunds.
   */
  | 'LEGACY_RESTOCK'
  /** Refund line item was not restocked. */
  | 'NO_RESTOCK'
  /** The refund line item was returned. Use this when restocking line items that were fulfilled. */
  | 'RETURN';

/** The different methods that a refund amount can be allocated to. */
export type RefundMethodAllocation =
  /** The refund is to original payment methods. */
  | 'ORIGINAL_PAYMENT_METHODS'
  /** The refund is to store credit. */
  | 'STORE_CREDIT';

/** The input fields for processing the financial outcome of a refund. */
export type RefundMethodInput =
  {   /** The details of the refund to store credit. */
  storeCreditRefund: StoreCreditRefundInput; };

/** The input fields for the shipping cost to refund. */
export type RefundShippingInput = {
  /** Whether to refund the full shipping amount. */
  fullRefund?: boolean | null | undefined;
  /**
   * The input fields required to refund shipping cost, in the presentment currency of the order.
   * This overrides the `fullRefund` argument.
   * This field defaults to 0.00 when not provided and when the `fullRefund` argument is false.
   */
  shippingRefundAmount?: MoneyInput | null | undefined;
};

/** The input fields for a restocking fee. */
export type RestockingFeeInput = {
  /** The value of the fee as a percentage. */
  percentage: number;
};

/** The input fields for approving a customer's return request. */
export type ReturnApproveRequestInput = {
  /** The ID of the return that's being approved. */
  id: string | number;
  /**
   * Notify the customer when a return request is approved.
   * The customer will only receive a notification if `Order.email` is present.
   */
  notifyCustomer?: boolean | null | undefined;
  /**
   * When `true` the return will be created in an unprocessed state; returns must
   * subsequently be processed via Return Processing APIs in order to take further
   * action on them. Creating returns in an unprocessed state will soon be the
   * default behavior. After July 1st, 2025, this field is only available to
   * merchants who have created exchanges or returns with fees using API up that
   * date. It will be ignored otherwise.
   * @deprecated This field is temporary to support the transition to Returns Processing APIs.
   */
  unprocessed?: boolean | null | undefined;
};

/** The reason why the merchant declined a customer's return request. */
export type ReturnDeclineReason =
  /** The return contains final sale items. */
  | 'FINAL_SALE'
  /** The return is declined for another reason. */
  | 'OTHER'
  /** The return period has ended. */
  | 'RETURN_PERIOD_ENDED';

/** The input fields for declining a customer's return request. */
export type ReturnDeclineRequestInput = {
  /**
   * The notification message that's sent to a customer about their declined return request.
   * Maximum length: 500 characters.
   */
  declineNote?: string | null | undefined;
  /** The reason why the merchant declined the customer's return request. */
  declineReason: ReturnDeclineReason;
  /** The ID of the return that's being declined. */
  id: string | number;
  /**
   * Notify the customer when a return request is declined.
   * The customer will only receive a notification if `Order.email` is present.
   */
  notifyCustomer?: boolean | null | undefined;
};

/** Possible error codes that can be returned by `ReturnUserError`. */
export type ReturnErrorCode =
  /** The requested resource already exists. */
  | 'ALREADY_EXISTS'
  /** The input value is blank. */
  | 'BLANK'
  /** A requested resource could not be created. */
  | 'CREATION_FAILED'
  /** The input value should be equal to the value allowed. */
  | 'EQUAL_TO'
  /** A required feature is not enabled. */
  | 'FEATURE_NOT_ENABLED'
  /** The input value should be greater than the minimum allowed value. */
  | 'GREATER_THAN'
  /** The input value should be greater than or equal to the minimum value allowed. */
  | 'GREATER_THAN_OR_EQUAL_TO'
  /** The input value isn't included in the list. */
  | 'INCLUSION'
  /**
   * The requested configuration cannot be applied to this standard return policy
   * which is managed for you in compliance with relevant regulations.
   */
  | 'INCOMPATIBLE_WITH_STANDARD_POLICY'
  /** Unexpected internal error happened. */
  | 'INTERNAL_ERROR'
  /** The input value is invalid. */
  | 'INVALID'
  /** A resource was not in the correct state for the operation to succeed. */
  | 'INVALID_STATE'
  /** The input value should be less than the maximum value allowed. */
  | 'LESS_THAN'
  /** The input value should be less than or equal to the maximum value allowed. */
  | 'LESS_THAN_OR_EQUAL_TO'
  /** The user does not have permission to perform the operation. */
  | 'MISSING_PERMISSION'
  /** A requested notification could not be sent. */
  | 'NOTIFICATION_FAILED'
  /** The input value is not a number. */
  | 'NOT_A_NUMBER'
  /** A requested item is not editable. */
  | 'NOT_EDITABLE'
  /** A requested item could not be found. */
  | 'NOT_FOUND'
  /** The input value needs to be blank. */
  | 'PRESENT'
  /** The input value is already taken. */
  | 'TAKEN'
  /** The input value is too big. */
  | 'TOO_BIG'
  /** The input value is too long. */
  | 'TOO_LONG'
  /** Too many arguments provided. */
  | 'TOO_MANY_ARGUMENTS'
  /** The input value is too short. */
  | 'TOO_SHORT'
  /** The input value is the wrong length. */
  | 'WRONG_LENGTH';

/** The input fields for a return. */
export type ReturnInput = {
  /** The new line items to be added to the order. */
  exchangeLineItems?: Array<ExchangeLineItemInput> | null | undefined;
  /**
   * When `true` the customer will receive a notification if there's an `Order.email` present.
   * @deprecated This field is no longer supported and any value provided to it is currently ignored.
   */
  notifyCustomer?: boolean | null | undefined;
  /** The ID of the order to be returned. */
  orderId: string | number;
  /** The UTC date and time when the return was first solicited by the customer. */
  requestedAt?: string | null | undefined;
  /** The return line items list to be handled. */
  returnLineItems: Array<ReturnLineItemInput>;
  /** The return shipping fee to capture. */
  returnShippingFee?: ReturnShippingFeeInput | null | undefined;
  /**
   * When `true` the return will be created in an unprocessed state; returns must
   * subsequently be processed via Return Processing APIs in order to take further
   * action on them. Creating returns in an unprocessed state will soon be the
   * default behavior. After July 1st, 2025, this field is only available to
   * merchants who have created exchanges or returns with fees using API up that
   * date. It will be ignored otherwise.
   * @deprecated This field is temporary to support the transition to Returns Processing APIs.
   */
  unprocessed?: boolean | null | undefined;
};

/** The input fields for a return line item. */
export type ReturnLineItemInput = {
  /**
   * The ID of the fulfillment line item to be returned.
   * Specifically, this field expects a `FulfillmentLineItem.id`.
   */
  fulfillmentLineItemId: string | number;
  /** The quantity of the item to be returned. */
  quantity: number;
  /** The restocking fee to capture. */
  restockingFee?: RestockingFeeInput | null | undefined;
  /**
   * The reason for the item to be returned.
   * @deprecated Use `returnReasonDefinitionId` instead. This field will be removed in the future.
   */
  returnReason?: ReturnReason | null | undefined;
  /**
   * The ID of a [`ReturnReasonDefinition`](https://shopify.dev/docs/api/admin-graphql/latest/objects/ReturnReasonDefinition). Accepts any ID from the full library of reasons available via [`returnReasonDefinitions`](https://shopify.dev/docs/api/admin-graphql/latest/queries/returnReasonDefinitions),
   * not limited to the suggested reasons for the line item.
   */
  returnReasonDefinitionId?: string | number | null | undefined;
  /**
   * A note about the reason that the item is being returned.
   * Maximum length: 255 characters.
   */
  returnReasonNote?: string | null | undefined;
};

/** The input fields for a removing a return line item from a return. */
export type ReturnLineItemRemoveFromReturnInput = {
  /** The quantity of the associated return line item to be removed. */
  quantity: number;
  /** The ID of the return line item to remove. */
  returnLineItemId: string | number;
};

/** The input fields for an exchange line item. */
export type ReturnProcessExchangeLineItemInput = {
  /** The ID of the exchange line item. */
  id: string | number;
  /** The quantity of the exchange line item. */
  quantity: number;
};

/** The input fields for the financial transfer for the return. */
export type ReturnProcessFinancialTransferInput =
  {   /** Issue a refund for the return. */
  issueRefund: ReturnProcessRefundInput; };

/** The input fields for processing a return. */
export type ReturnProcessInput = {
  /** The exchange line items list to be handled. */
  exchangeLineItems?: Array<ReturnProcessExchangeLineItemInput> | null | undefined;
  /** The financial transfer for the return. */
  financialTransfer?: ReturnProcessFinancialTransferInput | null | undefined;
  /** The note for the return. */
  note?: string | null | undefined;
  /** Whether to notify the customer about the return. */
  notifyCustomer?: boolean | null | undefined;
  /** The refund duties list to be handled. */
  refundDuties?: Array<RefundDutyInput> | null | undefined;
  /** The shipping cost to refund. */
  refundShipping?: RefundShippingInput | null | undefined;
  /** The ID of the return to be processed. */
  returnId: string | number;
  /** The return line items list to be handled. */
  returnLineItems?: Array<ReturnProcessReturnLineItemInput> | null | undefined;
  /** ID of the tip line item. */
  tipLineId?: string | number | null | undefined;
};

/** The input fields for the refund for the return. */
export type ReturnProcessRefundInput = {
  /** Whether to allow the total refunded amount to surpass the amount paid for the order. */
  allowOverRefunding?: boolean | null | undefined;
  /** The order transactions for the refund. */
  orderTransactions: Array<ReturnRefundOrderTransactionInput>;
  /** A list of instructions to process the financial outcome of the refund. */
  refundMethods?: Array<RefundMethodInput> | null | undefined;
};

/** The input fields for a return line item. */
export type ReturnProcessReturnLineItemInput = {
  /** The dispositions for the return line item. */
  dispositions?: Array<ReverseFulfillmentOrderDisposeInput> | null | undefined;
  /** The ID of the return line item. */
  id: string | number;
  /** The quantity of the return line item. */
  quantity: number;
};

/** The reason for returning the return line item. */
export type ReturnReason =
  /** The item is returned because the buyer did not like the color. Displays as **Color**. */
  | 'COLOR'
  /** The item is returned because it is damaged or defective. Displays as **Damaged or defective**. */
  | 'DEFECTIVE'
  /** The item is returned because it was not as described. Displays as **Item not as described**. */
  | 'NOT_AS_DESCRIBED'
  /** The item is returned for another reason. For this value, a return reason note is also provided. Displays as **Other**. */
  | 'OTHER'
  /** The item is returned because the size was too large. Displays as **Size was too large**. */
  | 'SIZE_TOO_LARGE'
  /** The item is returned because the size was too small. Displays as **Size was too small**. */
  | 'SIZE_TOO_SMALL'
  /** The item is returned because the buyer did not like the style. Displays as **Style**. */
  | 'STYLE'
  /** The item is returned because of an unknown reason. Displays as **Unknown**. */
  | 'UNKNOWN'
  /** The item is returned because the customer changed their mind. Displays as **Customer changed their mind**. */
  | 'UNWANTED'
  /** The item is returned because the customer received the wrong one. Displays as **Received the wrong item**. */
  | 'WRONG_ITEM';

/** The input fields to create order transactions when refunding a return. */
export type ReturnRefundOrderTransactionInput = {
  /** The ID of the parent order transaction. The transaction must be of kind `CAPTURE` or a `SALE`. */
  parentId: string | number;
  /** The amount of money for the transaction in the presentment currency of the order. */
  transactionAmount: MoneyInput;
};

/** The input fields for requesting a return. */
export type ReturnRequestInput = {
  /** The ID of the order that's being returned. */
  orderId: string | number;
  /** The line items that are being handled in the return. */
  returnLineItems: Array<ReturnRequestLineItemInput>;
  /** The return shipping fee to capture. */
  returnShippingFee?: ReturnShippingFeeInput | null | undefined;
};

/** The input fields for a return line item. */
export type ReturnRequestLineItemInput = {
  /**
   * A note from the customer that describes the item to be returned.
   * For example, the note can communicate issues with the item to the merchant.
   * Maximum length: 300 characters.
   */
  customerNote?: string | null | undefined;
  /**
   * The ID of the fulfillment line item to be returned.
   * Specifically, this field expects a `FulfillmentLineItem.id`.
   */
  fulfillmentLineItemId: string | number;
  /** The quantity of the item that's being returned. */
  quantity: number;
  /** The restocking fee to capture. */
  restockingFee?: RestockingFeeInput | null | undefined;
  /**
   * The reason why the line item is being returned.
   * @deprecated Use `returnReasonDefinitionId` instead. This field will be removed in the future.
   */
  returnReason?: ReturnReason | null | undefined;
  /**
   * The ID of a [`ReturnReasonDefinition`](https://shopify.dev/docs/api/admin-graphql/latest/objects/ReturnReasonDefinition). Accepts any ID from the full library of reasons available via [`returnReasonDefinitions`](https://shopify.dev/docs/api/admin-graphql/latest/queries/returnReasonDefinitions),
   * not limited to the suggested reasons for the line item.
   */
  returnReasonDefinitionId?: string | number | null | undefined;
};

/** The input fields for a return shipping fee. */
export type ReturnShippingFeeInput = {
  /** The value of the fee as a fixed amount in the presentment currency of the order. */
  amount: MoneyInput;
};

/** The status of a return. */
export type ReturnStatus =
  /** The return has been canceled. */
  | 'CANCELED'
  /** The return has been completed. */
  | 'CLOSED'
  /** The return was declined. */
  | 'DECLINED'
  /** The return is in progress. */
  | 'OPEN'
  /** The return was requested. */
  | 'REQUESTED';

/** The input fields for tracking information about a return delivery. */
export type ReverseDeliveryTrackingInput = {
  /** The tracking number for the label. */
  number?: string | null | undefined;
  /**
   * The tracking URL for the carrier. If the carrier isn't supported by Shopify,
   * then provide the tracking URL of the delivery.
   */
  url?: string | null | undefined;
};

/** The input fields to dispose a reverse fulfillment order line item. */
export type ReverseFulfillmentOrderDisposeInput = {
  /** The final arrangement for the reverse fulfillment order line item. */
  dispositionType: ReverseFulfillmentOrderDispositionType;
  /**
   * The ID of the location where the reverse fulfillment order line item is to be disposed.
   *         This is required when the disposition type is RESTOCKED.
   */
  locationId?: string | number | null | undefined;
  /** The quantity of the reverse fulfillment order line item to dispose. */
  quantity: number;
  /** The ID of the reverse fulfillment order line item. */
  reverseFulfillmentOrderLineItemId: string | number;
};

/** The final arrangement of an item from a reverse fulfillment order. */
export type ReverseFulfillmentOrderDispositionType =
  /** An item that was expected but absent. */
  | 'MISSING'
  /** An item that wasn't restocked. */
  | 'NOT_RESTOCKED'
  /** An item that requires further processing before being restocked or discarded. */
  | 'PROCESSING_REQUIRED'
  /** An item that was restocked. */
  | 'RESTOCKED';

/** The status of a reverse fulfillment order. */
export type ReverseFulfillmentOrderStatus =
  /** The reverse fulfillment order has been canceled. */
  | 'CANCELED'
  /** The reverse fulfillment order has been completed. */
  | 'CLOSED'
  /** The reverse fulfillment order is in progress. */
  | 'OPEN';

/** The input fields that are required to reimburse shipping costs. */
export type ShippingRefundInput = {
  /** The monetary value of the shipping fees to be reimbursed. */
  amount?: string | null | undefined;
  /** Whether a full refund is provided. */
  fullRefund?: boolean | null | undefined;
};

/** The input fields for a store credit account credit transaction. */
export type StoreCreditAccountCreditInput = {
  /** The amount to credit the store credit account. */
  creditAmount: MoneyInput;
  /** The date and time when the credit expires. */
  expiresAt?: string | null | undefined;
  /**
   * Whether to send a notification to the account owner when the store credit is issued.
   * Defaults to `false`.
   */
  notify?: boolean | null | undefined;
};

/** Possible error codes that can be returned by `StoreCreditAccountCreditUserError`. */
export type StoreCreditAccountCreditUserErrorCode =
  /** The store credit account could not be found. */
  | 'ACCOUNT_NOT_FOUND'
  /** The operation would cause the account's credit limit to be exceeded. */
  | 'CREDIT_LIMIT_EXCEEDED'
  /** The expiry date must be in the future. */
  | 'EXPIRES_AT_IN_PAST'
  /** The currency provided does not match the currency of the store credit account. */
  | 'MISMATCHING_CURRENCY'
  /** A positive amount must be used to credit a store credit account. */
  | 'NEGATIVE_OR_ZERO_AMOUNT'
  /** Owner does not exist. */
  | 'OWNER_NOT_FOUND'
  /** The currency provided is not currently supported. */
  | 'UNSUPPORTED_CURRENCY';

/** The input fields for a store credit account debit transaction. */
export type StoreCreditAccountDebitInput = {
  /** The amount to debit the store credit account. */
  debitAmount: MoneyInput;
};

/** Possible error codes that can be returned by `StoreCreditAccountDebitUserError`. */
export type StoreCreditAccountDebitUserErrorCode =
  /** The store credit account could not be found. */
  | 'ACCOUNT_NOT_FOUND'
  /** The store credit account does not have sufficient funds to satisfy the request. */
  | 'INSUFFICIENT_FUNDS'
  /** The currency provided does not match the currency of the store credit account. */
  | 'MISMATCHING_CURRENCY'
  /** A positive amount must be used to debit a store credit account. */
  | 'NEGATIVE_OR_ZERO_AMOUNT';

/** The input fields to process a refund to store credit. */
export type StoreCreditRefundInput = {
  /** The amount to be issued as store credit. */
  amount: MoneyInput;
  /** An optional expiration date for the store credit being issued. */
  expiresAt?: string | null | undefined;
};

/** The event that caused the store credit account transaction. */
export type StoreCreditSystemEvent =
  /** An adjustment was made to the store credit account. */
  | 'ADJUSTMENT'
  /** Store credit was returned when an authorized payment was voided. */
  | 'ORDER_CANCELLATION'
  /** Store credit was used as payment for an order. */
  | 'ORDER_PAYMENT'
  /** Store credit was refunded from an order. */
  | 'ORDER_REFUND'
  /** A store credit payment was reverted due to another payment method failing. */
  | 'PAYMENT_FAILURE'
  /** A smaller amount of store credit was captured than was originally authorized. */
  | 'PAYMENT_RETURNED'
  /** Tax finalization affected the store credit payment. */
  | 'TAX_FINALIZATION';

/** The input fields for a return line item. */
export type SuggestedOutcomeReturnLineItemInput = {
  /** The ID of the return line item. */
  id: string | number;
  /** The quantity of the return line item. */
  quantity: number;
};

export type CreditAccountMutationVariables = Exact<{
  id: string | number;
  creditInput: StoreCreditAccountCreditInput;
}>;


export type CreditAccountMutation = { storeCreditAccountCredit: { storeCreditAccountTransaction: { id: string, createdAt: string, expiresAt: string | null, event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode }, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode }, account: { id: string } } | null, userErrors: Array<{ code: StoreCreditAccountCreditUserErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type DebitAccountMutationVariables = Exact<{
  id: string | number;
  debitInput: StoreCreditAccountDebitInput;
}>;


export type DebitAccountMutation = { storeCreditAccountDebit: { storeCreditAccountTransaction: { id: string, createdAt: string, event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode }, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode }, account: { id: string } } | null, userErrors: Array<{ code: StoreCreditAccountDebitUserErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type ReadCreditAccountQueryVariables = Exact<{
  customerId: string | number;
  which: string;
  after?: string | null | undefined;
}>;


export type ReadCreditAccountQuery = { customer: { storeCreditAccounts: { nodes: Array<{ id: string, balance: { amount: string, currencyCode: CurrencyCode }, transactions: { nodes: Array<
            | { __typename: 'StoreCreditAccountCreditTransaction', id: string, expiresAt: string | null, createdAt: string, event: StoreCreditSystemEvent, remainingAmount: { amount: string, currencyCode: CurrencyCode }, amount: { amount: string, currencyCode: CurrencyCode }, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode }, origin: { id: string, order: { id: string } | null } | null }
            | { __typename: 'StoreCreditAccountDebitRevertTransaction', id: string, createdAt: string, event: StoreCreditSystemEvent, debitTransaction: { id: string }, amount: { amount: string, currencyCode: CurrencyCode }, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode }, origin: { id: string, order: { id: string } | null } | null }
            | { __typename: 'StoreCreditAccountDebitTransaction', id: string, createdAt: string, event: StoreCreditSystemEvent, amount: { amount: string, currencyCode: CurrencyCode }, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode }, origin: { id: string, order: { id: string } | null } | null }
            | { __typename: 'StoreCreditAccountExpirationTransaction', createdAt: string, event: StoreCreditSystemEvent, creditTransaction: { id: string }, amount: { amount: string, currencyCode: CurrencyCode }, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode }, origin: { id: string, order: { id: string } | null } | null }
          >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }> } } | null };

export type ReadCreditAccountsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReadCreditAccountsQuery = { nodes: Array<
    | { __typename: 'AbandonedCheckout' }
    | { __typename: 'AbandonedCheckoutLineItem' }
    | { __typename: 'Abandonment' }
    | { __typename: 'AddAllProductsOperation' }
    | { __typename: 'AdditionalFee' }
    | { __typename: 'AnalyticsAnnotation' }
    | { __typename: 'AnalyticsTarget' }
    | { __typename: 'App' }
    | { __typename: 'AppCatalog' }
    | { __typename: 'AppCredit' }
    | { __typename: 'AppInstallation' }
    | { __typename: 'AppPurchaseOneTime' }
    | { __typename: 'AppRevenueAttributionRecord' }
    | { __typename: 'AppSubscription' }
    | { __typename: 'AppUsageRecord' }
    | { __typename: 'Article' }
    | { __typename: 'BasicEvent' }
    | { __typename: 'Blog' }
    | { __typename: 'BulkOperation' }
    | { __typename: 'BusinessEntity' }
    | { __typename: 'CalculatedOrder' }
    | { __typename: 'CartTransform' }
    | { __typename: 'CashDrawer' }
    | { __typename: 'CashManagementCustomReasonCode' }
    | { __typename: 'CashManagementDefaultReasonCode' }
    | { __typename: 'CashManagementSystemReasonCode' }
    | { __typename: 'CashTrackingAdjustment' }
    | { __typename: 'CashTrackingSession' }
    | { __typename: 'CatalogCsvOperation' }
    | { __typename: 'Channel' }
    | { __typename: 'ChannelDefinition' }
    | { __typename: 'ChannelInformation' }
    | { __typename: 'CheckoutAndAccountsConfiguration' }
    | { __typename: 'CheckoutAndAccountsConfigurationOverride' }
    | { __typename: 'CheckoutProfile' }
    | { __typename: 'Collection' }
    | { __typename: 'CollectionConditionsSource' }
    | { __typename: 'CollectionSubCollectionsSource' }
    | { __typename: 'Comment' }
    | { __typename: 'CommentEvent' }
    | { __typename: 'Company' }
    | { __typename: 'CompanyAddress' }
    | { __typename: 'CompanyContact' }
    | { __typename: 'CompanyContactRole' }
    | { __typename: 'CompanyContactRoleAssignment' }
    | { __typename: 'CompanyLocation' }
    | { __typename: 'CompanyLocationCatalog' }
    | { __typename: 'CompanyLocationStaffMemberAssignment' }
    | { __typename: 'ConsentPolicy' }
    | { __typename: 'CurrencyExchangeAdjustment' }
    | { __typename: 'Customer' }
    | { __typename: 'CustomerAccountAppExtensionPage' }
    | { __typename: 'CustomerAccountNativePage' }
    | { __typename: 'CustomerPaymentMethod' }
    | { __typename: 'CustomerSegmentMembersQuery' }
    | { __typename: 'CustomerVisit' }
    | { __typename: 'DeliveryCarrierService' }
    | { __typename: 'DeliveryCondition' }
    | { __typename: 'DeliveryCountry' }
    | { __typename: 'DeliveryCustomization' }
    | { __typename: 'DeliveryLocationGroup' }
    | { __typename: 'DeliveryMethod' }
    | { __typename: 'DeliveryMethodDefinition' }
    | { __typename: 'DeliveryParticipant' }
    | { __typename: 'DeliveryProfile' }
    | { __typename: 'DeliveryProfileItem' }
    | { __typename: 'DeliveryPromiseParticipant' }
    | { __typename: 'DeliveryPromiseProvider' }
    | { __typename: 'DeliveryProvince' }
    | { __typename: 'DeliveryRateDefinition' }
    | { __typename: 'DeliveryZone' }
    | { __typename: 'DiscountAutomaticBxgy' }
    | { __typename: 'DiscountAutomaticNode' }
    | { __typename: 'DiscountCodeNode' }
    | { __typename: 'DiscountNode' }
    | { __typename: 'DiscountRedeemCodeBulkCreation' }
    | { __typename: 'Domain' }
    | { __typename: 'DraftOrder' }
    | { __typename: 'DraftOrderLineItem' }
    | { __typename: 'DraftOrderTag' }
    | { __typename: 'Duty' }
    | { __typename: 'ExchangeLineItem' }
    | { __typename: 'ExternalVideo' }
    | { __typename: 'Fulfillment' }
    | { __typename: 'FulfillmentConstraintRule' }
    | { __typename: 'FulfillmentEvent' }
    | { __typename: 'FulfillmentHold' }
    | { __typename: 'FulfillmentLineItem' }
    | { __typename: 'FulfillmentOrder' }
    | { __typename: 'FulfillmentOrderDestination' }
    | { __typename: 'FulfillmentOrderLineItem' }
    | { __typename: 'FulfillmentOrderMerchantRequest' }
    | { __typename: 'GenericFile' }
    | { __typename: 'GiftCard' }
    | { __typename: 'GiftCardCashOutTransaction' }
    | { __typename: 'GiftCardCreditTransaction' }
    | { __typename: 'GiftCardDebitTransaction' }
    | { __typename: 'IdentityProviderSubject' }
    | { __typename: 'InventoryAdjustmentGroup' }
    | { __typename: 'InventoryItem' }
    | { __typename: 'InventoryItemMeasurement' }
    | { __typename: 'InventoryLevel' }
    | { __typename: 'InventoryQuantity' }
    | { __typename: 'InventoryShipment' }
    | { __typename: 'InventoryShipmentLineItem' }
    | { __typename: 'InventoryTransfer' }
    | { __typename: 'InventoryTransferLineItem' }
    | { __typename: 'LineItem' }
    | { __typename: 'LineItemGroup' }
    | { __typename: 'Location' }
    | { __typename: 'MailingAddress' }
    | { __typename: 'Market' }
    | { __typename: 'MarketCatalog' }
    | { __typename: 'MarketRegionCountry' }
    | { __typename: 'MarketRegionSubdivision' }
    | { __typename: 'MarketWebPresence' }
    | { __typename: 'MarketingActivity' }
    | { __typename: 'MarketingEvent' }
    | { __typename: 'MediaImage' }
    | { __typename: 'Menu' }
    | { __typename: 'Metafield' }
    | { __typename: 'MetafieldDefinition' }
    | { __typename: 'Metaobject' }
    | { __typename: 'MetaobjectDefinition' }
    | { __typename: 'Model3d' }
    | { __typename: 'OnlineStoreTheme' }
    | { __typename: 'Order' }
    | { __typename: 'OrderAdjustment' }
    | { __typename: 'OrderAttributionDefinition' }
    | { __typename: 'OrderCancelJobResult' }
    | { __typename: 'OrderCreateMandatePaymentJobResult' }
    | { __typename: 'OrderDisputeSummary' }
    | { __typename: 'OrderEditSession' }
    | { __typename: 'OrderTransaction' }
    | { __typename: 'Page' }
    | { __typename: 'PaymentCustomization' }
    | { __typename: 'PaymentMandate' }
    | { __typename: 'PaymentSchedule' }
    | { __typename: 'PaymentTerms' }
    | { __typename: 'PaymentTermsTemplate' }
    | { __typename: 'PointOfSaleDevice' }
    | { __typename: 'PointOfSaleDevicePaymentSession' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'ProductBundleOperation' }
    | { __typename: 'ProductDeleteOperation' }
    | { __typename: 'ProductDuplicateOperation' }
    | { __typename: 'ProductFeed' }
    | { __typename: 'ProductOption' }
    | { __typename: 'ProductOptionValue' }
    | { __typename: 'ProductSetOperation' }
    | { __typename: 'ProductTaxonomyNode' }
    | { __typename: 'ProductVariant' }
    | { __typename: 'ProductVariantComponent' }
    | { __typename: 'Publication' }
    | { __typename: 'PublicationResourceOperation' }
    | { __typename: 'QuantityPriceBreak' }
    | { __typename: 'Refund' }
    | { __typename: 'RefundShippingLine' }
    | { __typename: 'Return' }
    | { __typename: 'ReturnLineItem' }
    | { __typename: 'ReturnReasonDefinition' }
    | { __typename: 'ReturnableFulfillment' }
    | { __typename: 'ReverseDelivery' }
    | { __typename: 'ReverseDeliveryLineItem' }
    | { __typename: 'ReverseFulfillmentOrder' }
    | { __typename: 'ReverseFulfillmentOrderDisposition' }
    | { __typename: 'ReverseFulfillmentOrderLineItem' }
    | { __typename: 'SaleAdditionalFee' }
    | { __typename: 'SavedSearch' }
    | { __typename: 'ScriptTag' }
    | { __typename: 'Segment' }
    | { __typename: 'SellingPlan' }
    | { __typename: 'SellingPlanGroup' }
    | { __typename: 'ServerPixel' }
    | { __typename: 'ShippingLabel' }
    | { __typename: 'ShippingLabelPurchaseResult' }
    | { __typename: 'Shop' }
    | { __typename: 'ShopAddress' }
    | { __typename: 'ShopPolicy' }
    | { __typename: 'ShopifyPaymentsAccount' }
    | { __typename: 'ShopifyPaymentsBalanceTransaction' }
    | { __typename: 'ShopifyPaymentsBankAccount' }
    | { __typename: 'ShopifyPaymentsDispute' }
    | { __typename: 'ShopifyPaymentsDisputeEvidence' }
    | { __typename: 'ShopifyPaymentsDisputeFileUpload' }
    | { __typename: 'ShopifyPaymentsDisputeFulfillment' }
    | { __typename: 'ShopifyPaymentsPayout' }
    | { __typename: 'StaffMember' }
    | { __typename: 'StandardMetafieldDefinitionTemplate' }
    | { __typename: 'StoreCreditAccount', id: string, balance: { amount: string, currencyCode: CurrencyCode }, transactions: { nodes: Array<
          | { __typename: 'StoreCreditAccountCreditTransaction', createdAt: string, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode } }
          | { __typename: 'StoreCreditAccountDebitRevertTransaction', createdAt: string, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode } }
          | { __typename: 'StoreCreditAccountDebitTransaction', createdAt: string, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode } }
          | { __typename: 'StoreCreditAccountExpirationTransaction', createdAt: string, balanceAfterTransaction: { amount: string, currencyCode: CurrencyCode } }
        > } }
    | { __typename: 'StoreCreditAccountCreditTransaction' }
    | { __typename: 'StoreCreditAccountDebitRevertTransaction' }
    | { __typename: 'StoreCreditAccountDebitTransaction' }
    | { __typename: 'StorefrontAccessToken' }
    | { __typename: 'SubscriptionBillingAttempt' }
    | { __typename: 'SubscriptionContract' }
    | { __typename: 'SubscriptionDraft' }
    | { __typename: 'TaxonomyAttribute' }
    | { __typename: 'TaxonomyCategory' }
    | { __typename: 'TaxonomyChoiceListAttribute' }
    | { __typename: 'TaxonomyMeasurementAttribute' }
    | { __typename: 'TaxonomyValue' }
    | { __typename: 'TenderTransaction' }
    | { __typename: 'TransactionFee' }
    | { __typename: 'UnverifiedReturnLineItem' }
    | { __typename: 'UrlRedirect' }
    | { __typename: 'UrlRedirectImport' }
    | { __typename: 'Validation' }
    | { __typename: 'Video' }
    | { __typename: 'WebPixel' }
    | { __typename: 'WebhookSubscription' }
   | null> };

export type OrdersOfCustomerQueryVariables = Exact<{
  query: string;
}>;


export type OrdersOfCustomerQuery = { orders: { nodes: Array<{ id: string, name: string, createdAt: string, customer: { id: string } | null }> } };

export type ReadCustomerQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadCustomerQuery = { customer: { id: string, firstName: string | null, lastName: string | null, locale: string, tags: Array<string>, numberOfOrders: string, defaultEmailAddress: { emailAddress: string } | null } | null };

export type ReadSegmentsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadSegmentsQuery = { segments: { nodes: Array<{ id: string, name: string }> } };

export type ReadMembershipQueryVariables = Exact<{
  customerId: string | number;
  segmentIds: Array<string | number> | string | number;
}>;


export type ReadMembershipQuery = { customerSegmentMembership: { memberships: Array<{ segmentId: string, isMember: boolean }> } };

export type AnnounceParcelMutationVariables = Exact<{
  id: string | number;
  tracking?: ReverseDeliveryTrackingInput | null | undefined;
}>;


export type AnnounceParcelMutation = { reverseDeliveryCreateWithShipping: { reverseDelivery: { id: string } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type DisposeGoodsMutationVariables = Exact<{
  goods: Array<ReverseFulfillmentOrderDisposeInput> | ReverseFulfillmentOrderDisposeInput;
}>;


export type DisposeGoodsMutation = { reverseFulfillmentOrderDispose: { reverseFulfillmentOrderLineItems: Array<{ id: string }> | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type ReadGoodsBackQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadGoodsBackQuery = { return: { reverseFulfillmentOrders: { nodes: Array<{ id: string, status: ReverseFulfillmentOrderStatus, lineItems: { nodes: Array<{ id: string, totalQuantity: number, fulfillmentLineItem: { id: string } | null, dispositions: Array<{ quantity: number }> }> }, reverseDeliveries: { nodes: Array<{ id: string, deliverable: { tracking: { number: string | null } | null } | null }> } }> } } | null };

export type ReadLocationsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadLocationsQuery = { locations: { nodes: Array<{ id: string, name: string }> } };

export type LinesOfOrderFragment = { nodes: Array<{ id: string, title: string, variantTitle: string | null, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, image: { url: string } | null, originalUnitPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, originalTotalSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, discountAllocations: Array<{ allocatedAmountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, product: { id: string, productType: string, vendor: string, tags: Array<string>, collections: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type ReturnableParcelsFragment = { nodes: Array<{ fulfillment: { id: string, createdAt: string, deliveredAt: string | null }, returnableFulfillmentLineItems: { nodes: Array<{ quantity: number, fulfillmentLineItem: { id: string, lineItem: { id: string } } }>, pageInfo: { hasNextPage: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } };

export type ReadOrderQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadOrderQuery = { order: { id: string, name: string, createdAt: string, cancelledAt: string | null, test: boolean, email: string | null, phone: string | null, currencyCode: CurrencyCode, presentmentCurrencyCode: CurrencyCode, taxesIncluded: boolean, tags: Array<string>, customer: { id: string, firstName: string | null, lastName: string | null, locale: string, tags: Array<string>, numberOfOrders: string, defaultEmailAddress: { emailAddress: string } | null } | null, purchasingEntity:
      | { __typename: 'Customer' }
      | { __typename: 'PurchasingCompany' }
     | null, shippingAddress: { countryCodeV2: CountryCode | null, zip: string | null } | null, netPaymentSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, totalRefundedShippingSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, originalTotalDutiesSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } | null, shippingLines: { nodes: Array<{ isRemoved: boolean, discountedPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> }>, pageInfo: { hasNextPage: boolean } }, transactions: Array<{ id: string, kind: OrderTransactionKind, status: OrderTransactionStatus, gateway: string | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null, paymentDetails:
        | { __typename: 'CardPaymentDetails' }
        | { __typename: 'LocalPaymentMethodsPaymentDetails' }
        | { __typename: 'PaypalWalletPaymentDetails' }
        | { __typename: 'ShopPayInstallmentsPaymentDetails' }
       | null }>, refunds: Array<{ id: string, createdAt: string | null, duties: Array<{ amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> | null, refundLineItems: { nodes: Array<{ quantity: number, lineItem: { id: string } }>, pageInfo: { hasNextPage: boolean } } }>, returns: { nodes: Array<{ id: string, status: ReturnStatus, returnLineItems: { nodes: Array<
            | { quantity: number, processedQuantity: number, refundedQuantity: number, fulfillmentLineItem: { lineItem: { id: string } } }
            | { quantity: number, processedQuantity: number, refundedQuantity: number }
          >, pageInfo: { hasNextPage: boolean } } }>, pageInfo: { hasNextPage: boolean } }, lineItems: { nodes: Array<{ id: string, title: string, variantTitle: string | null, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, image: { url: string } | null, originalUnitPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, originalTotalSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, discountAllocations: Array<{ allocatedAmountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, product: { id: string, productType: string, vendor: string, tags: Array<string>, collections: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null, returnableFulfillments: { nodes: Array<{ fulfillment: { id: string, createdAt: string, deliveredAt: string | null }, returnableFulfillmentLineItems: { nodes: Array<{ quantity: number, fulfillmentLineItem: { id: string, lineItem: { id: string } } }>, pageInfo: { hasNextPage: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReadOrderLinesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ReadOrderLinesQuery = { order: { lineItems: { nodes: Array<{ id: string, title: string, variantTitle: string | null, sku: string | null, quantity: number, currentQuantity: number, requiresShipping: boolean, isGiftCard: boolean, image: { url: string } | null, originalUnitPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, originalTotalSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, discountAllocations: Array<{ allocatedAmountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, taxLines: Array<{ priceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }>, product: { id: string, productType: string, vendor: string, tags: Array<string>, collections: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean } } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadCollectionsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ReadCollectionsQuery = { product: { collections: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ReadReturnableQueryVariables = Exact<{
  orderId: string | number;
  after?: string | null | undefined;
}>;


export type ReadReturnableQuery = { returnableFulfillments: { nodes: Array<{ fulfillment: { id: string, createdAt: string, deliveredAt: string | null }, returnableFulfillmentLineItems: { nodes: Array<{ quantity: number, fulfillmentLineItem: { id: string, lineItem: { id: string } } }>, pageInfo: { hasNextPage: boolean } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrdersNamedQueryVariables = Exact<{
  asTyped: string;
  withSign: string;
}>;


export type OrdersNamedQuery = { asTyped: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null, customer: { defaultPhoneNumber: { phoneNumber: string } | null } | null, shippingAddress: { zip: string | null, phone: string | null } | null, billingAddress: { zip: string | null, phone: string | null } | null }> }, withSign: { nodes: Array<{ id: string, name: string, email: string | null, phone: string | null, customer: { defaultPhoneNumber: { phoneNumber: string } | null } | null, shippingAddress: { zip: string | null, phone: string | null } | null, billingAddress: { zip: string | null, phone: string | null } | null }> } };

export type ReadOrderNewsQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadOrderNewsQuery = { order: { id: string, cancelledAt: string | null, customer: { id: string } | null, refunds: Array<{ id: string, note: string | null, createdAt: string | null, return: { id: string } | null, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } | null };

export type ReadOrderTotalsQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type ReadOrderTotalsQuery = { nodes: Array<
    | { __typename: 'AbandonedCheckout' }
    | { __typename: 'AbandonedCheckoutLineItem' }
    | { __typename: 'Abandonment' }
    | { __typename: 'AddAllProductsOperation' }
    | { __typename: 'AdditionalFee' }
    | { __typename: 'AnalyticsAnnotation' }
    | { __typename: 'AnalyticsTarget' }
    | { __typename: 'App' }
    | { __typename: 'AppCatalog' }
    | { __typename: 'AppCredit' }
    | { __typename: 'AppInstallation' }
    | { __typename: 'AppPurchaseOneTime' }
    | { __typename: 'AppRevenueAttributionRecord' }
    | { __typename: 'AppSubscription' }
    | { __typename: 'AppUsageRecord' }
    | { __typename: 'Article' }
    | { __typename: 'BasicEvent' }
    | { __typename: 'Blog' }
    | { __typename: 'BulkOperation' }
    | { __typename: 'BusinessEntity' }
    | { __typename: 'CalculatedOrder' }
    | { __typename: 'CartTransform' }
    | { __typename: 'CashDrawer' }
    | { __typename: 'CashManagementCustomReasonCode' }
    | { __typename: 'CashManagementDefaultReasonCode' }
    | { __typename: 'CashManagementSystemReasonCode' }
    | { __typename: 'CashTrackingAdjustment' }
    | { __typename: 'CashTrackingSession' }
    | { __typename: 'CatalogCsvOperation' }
    | { __typename: 'Channel' }
    | { __typename: 'ChannelDefinition' }
    | { __typename: 'ChannelInformation' }
    | { __typename: 'CheckoutAndAccountsConfiguration' }
    | { __typename: 'CheckoutAndAccountsConfigurationOverride' }
    | { __typename: 'CheckoutProfile' }
    | { __typename: 'Collection' }
    | { __typename: 'CollectionConditionsSource' }
    | { __typename: 'CollectionSubCollectionsSource' }
    | { __typename: 'Comment' }
    | { __typename: 'CommentEvent' }
    | { __typename: 'Company' }
    | { __typename: 'CompanyAddress' }
    | { __typename: 'CompanyContact' }
    | { __typename: 'CompanyContactRole' }
    | { __typename: 'CompanyContactRoleAssignment' }
    | { __typename: 'CompanyLocation' }
    | { __typename: 'CompanyLocationCatalog' }
    | { __typename: 'CompanyLocationStaffMemberAssignment' }
    | { __typename: 'ConsentPolicy' }
    | { __typename: 'CurrencyExchangeAdjustment' }
    | { __typename: 'Customer' }
    | { __typename: 'CustomerAccountAppExtensionPage' }
    | { __typename: 'CustomerAccountNativePage' }
    | { __typename: 'CustomerPaymentMethod' }
    | { __typename: 'CustomerSegmentMembersQuery' }
    | { __typename: 'CustomerVisit' }
    | { __typename: 'DeliveryCarrierService' }
    | { __typename: 'DeliveryCondition' }
    | { __typename: 'DeliveryCountry' }
    | { __typename: 'DeliveryCustomization' }
    | { __typename: 'DeliveryLocationGroup' }
    | { __typename: 'DeliveryMethod' }
    | { __typename: 'DeliveryMethodDefinition' }
    | { __typename: 'DeliveryParticipant' }
    | { __typename: 'DeliveryProfile' }
    | { __typename: 'DeliveryProfileItem' }
    | { __typename: 'DeliveryPromiseParticipant' }
    | { __typename: 'DeliveryPromiseProvider' }
    | { __typename: 'DeliveryProvince' }
    | { __typename: 'DeliveryRateDefinition' }
    | { __typename: 'DeliveryZone' }
    | { __typename: 'DiscountAutomaticBxgy' }
    | { __typename: 'DiscountAutomaticNode' }
    | { __typename: 'DiscountCodeNode' }
    | { __typename: 'DiscountNode' }
    | { __typename: 'DiscountRedeemCodeBulkCreation' }
    | { __typename: 'Domain' }
    | { __typename: 'DraftOrder' }
    | { __typename: 'DraftOrderLineItem' }
    | { __typename: 'DraftOrderTag' }
    | { __typename: 'Duty' }
    | { __typename: 'ExchangeLineItem' }
    | { __typename: 'ExternalVideo' }
    | { __typename: 'Fulfillment' }
    | { __typename: 'FulfillmentConstraintRule' }
    | { __typename: 'FulfillmentEvent' }
    | { __typename: 'FulfillmentHold' }
    | { __typename: 'FulfillmentLineItem' }
    | { __typename: 'FulfillmentOrder' }
    | { __typename: 'FulfillmentOrderDestination' }
    | { __typename: 'FulfillmentOrderLineItem' }
    | { __typename: 'FulfillmentOrderMerchantRequest' }
    | { __typename: 'GenericFile' }
    | { __typename: 'GiftCard' }
    | { __typename: 'GiftCardCashOutTransaction' }
    | { __typename: 'GiftCardCreditTransaction' }
    | { __typename: 'GiftCardDebitTransaction' }
    | { __typename: 'IdentityProviderSubject' }
    | { __typename: 'InventoryAdjustmentGroup' }
    | { __typename: 'InventoryItem' }
    | { __typename: 'InventoryItemMeasurement' }
    | { __typename: 'InventoryLevel' }
    | { __typename: 'InventoryQuantity' }
    | { __typename: 'InventoryShipment' }
    | { __typename: 'InventoryShipmentLineItem' }
    | { __typename: 'InventoryTransfer' }
    | { __typename: 'InventoryTransferLineItem' }
    | { __typename: 'LineItem' }
    | { __typename: 'LineItemGroup' }
    | { __typename: 'Location' }
    | { __typename: 'MailingAddress' }
    | { __typename: 'Market' }
    | { __typename: 'MarketCatalog' }
    | { __typename: 'MarketRegionCountry' }
    | { __typename: 'MarketRegionSubdivision' }
    | { __typename: 'MarketWebPresence' }
    | { __typename: 'MarketingActivity' }
    | { __typename: 'MarketingEvent' }
    | { __typename: 'MediaImage' }
    | { __typename: 'Menu' }
    | { __typename: 'Metafield' }
    | { __typename: 'MetafieldDefinition' }
    | { __typename: 'Metaobject' }
    | { __typename: 'MetaobjectDefinition' }
    | { __typename: 'Model3d' }
    | { __typename: 'OnlineStoreTheme' }
    | { __typename: 'Order', id: string, name: string, createdAt: string, totalPriceSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }
    | { __typename: 'OrderAdjustment' }
    | { __typename: 'OrderAttributionDefinition' }
    | { __typename: 'OrderCancelJobResult' }
    | { __typename: 'OrderCreateMandatePaymentJobResult' }
    | { __typename: 'OrderDisputeSummary' }
    | { __typename: 'OrderEditSession' }
    | { __typename: 'OrderTransaction' }
    | { __typename: 'Page' }
    | { __typename: 'PaymentCustomization' }
    | { __typename: 'PaymentMandate' }
    | { __typename: 'PaymentSchedule' }
    | { __typename: 'PaymentTerms' }
    | { __typename: 'PaymentTermsTemplate' }
    | { __typename: 'PointOfSaleDevice' }
    | { __typename: 'PointOfSaleDevicePaymentSession' }
    | { __typename: 'PriceList' }
    | { __typename: 'Product' }
    | { __typename: 'ProductBundleOperation' }
    | { __typename: 'ProductDeleteOperation' }
    | { __typename: 'ProductDuplicateOperation' }
    | { __typename: 'ProductFeed' }
    | { __typename: 'ProductOption' }
    | { __typename: 'ProductOptionValue' }
    | { __typename: 'ProductSetOperation' }
    | { __typename: 'ProductTaxonomyNode' }
    | { __typename: 'ProductVariant' }
    | { __typename: 'ProductVariantComponent' }
    | { __typename: 'Publication' }
    | { __typename: 'PublicationResourceOperation' }
    | { __typename: 'QuantityPriceBreak' }
    | { __typename: 'Refund' }
    | { __typename: 'RefundShippingLine' }
    | { __typename: 'Return' }
    | { __typename: 'ReturnLineItem' }
    | { __typename: 'ReturnReasonDefinition' }
    | { __typename: 'ReturnableFulfillment' }
    | { __typename: 'ReverseDelivery' }
    | { __typename: 'ReverseDeliveryLineItem' }
    | { __typename: 'ReverseFulfillmentOrder' }
    | { __typename: 'ReverseFulfillmentOrderDisposition' }
    | { __typename: 'ReverseFulfillmentOrderLineItem' }
    | { __typename: 'SaleAdditionalFee' }
    | { __typename: 'SavedSearch' }
    | { __typename: 'ScriptTag' }
    | { __typename: 'Segment' }
    | { __typename: 'SellingPlan' }
    | { __typename: 'SellingPlanGroup' }
    | { __typename: 'ServerPixel' }
    | { __typename: 'ShippingLabel' }
    | { __typename: 'ShippingLabelPurchaseResult' }
    | { __typename: 'Shop' }
    | { __typename: 'ShopAddress' }
    | { __typename: 'ShopPolicy' }
    | { __typename: 'ShopifyPaymentsAccount' }
    | { __typename: 'ShopifyPaymentsBalanceTransaction' }
    | { __typename: 'ShopifyPaymentsBankAccount' }
    | { __typename: 'ShopifyPaymentsDispute' }
    | { __typename: 'ShopifyPaymentsDisputeEvidence' }
    | { __typename: 'ShopifyPaymentsDisputeFileUpload' }
    | { __typename: 'ShopifyPaymentsDisputeFulfillment' }
    | { __typename: 'ShopifyPaymentsPayout' }
    | { __typename: 'StaffMember' }
    | { __typename: 'StandardMetafieldDefinitionTemplate' }
    | { __typename: 'StoreCreditAccount' }
    | { __typename: 'StoreCreditAccountCreditTransaction' }
    | { __typename: 'StoreCreditAccountDebitRevertTransaction' }
    | { __typename: 'StoreCreditAccountDebitTransaction' }
    | { __typename: 'StorefrontAccessToken' }
    | { __typename: 'SubscriptionBillingAttempt' }
    | { __typename: 'SubscriptionContract' }
    | { __typename: 'SubscriptionDraft' }
    | { __typename: 'TaxonomyAttribute' }
    | { __typename: 'TaxonomyCategory' }
    | { __typename: 'TaxonomyChoiceListAttribute' }
    | { __typename: 'TaxonomyMeasurementAttribute' }
    | { __typename: 'TaxonomyValue' }
    | { __typename: 'TenderTransaction' }
    | { __typename: 'TransactionFee' }
    | { __typename: 'UnverifiedReturnLineItem' }
    | { __typename: 'UrlRedirect' }
    | { __typename: 'UrlRedirectImport' }
    | { __typename: 'Validation' }
    | { __typename: 'Video' }
    | { __typename: 'WebPixel' }
    | { __typename: 'WebhookSubscription' }
   | null> };

export type ReadRefundsOfQueryVariables = Exact<{
  orderId: string | number;
  lineItemIds: Array<string | number> | string | number;
}>;


export type ReadRefundsOfQuery = { order: { id: string, refunds: Array<{ id: string, note: string | null, createdAt: string | null, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, transactions: { nodes: Array<{ id: string, kind: OrderTransactionKind, gateway: string | null, status: OrderTransactionStatus, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } }> } | null, nodes: Array<
    | { id: string, refundableQuantity: number }
    | Record<PropertyKey, never>
   | null> };

export type RefundOrderMutationVariables = Exact<{
  input: RefundInput;
  key: string;
}>;


export type RefundOrderMutation = { refundCreate: { refund: { id: string, transactions: { nodes: Array<{ id: string, kind: OrderTransactionKind, status: OrderTransactionStatus, gateway: string | null, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } } | null, userErrors: Array<{ field: Array<string> | null, message: string }> } | null };

export type RefundPartsFragment = { id: string, note: string | null, createdAt: string | null, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, transactions: { nodes: Array<{ id: string, kind: OrderTransactionKind, gateway: string | null, status: OrderTransactionStatus, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } };

export type ApproveReturnMutationVariables = Exact<{
  input: ReturnApproveRequestInput;
}>;


export type ApproveReturnMutation = { returnApproveRequest: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type CancelReturnMutationVariables = Exact<{
  id: string | number;
}>;


export type CancelReturnMutation = { returnCancel: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type CloseReturnMutationVariables = Exact<{
  id: string | number;
}>;


export type CloseReturnMutation = { returnClose: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type CreateReturnMutationVariables = Exact<{
  input: ReturnInput;
}>;


export type CreateReturnMutation = { returnCreate: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type DeclineReturnMutationVariables = Exact<{
  input: ReturnDeclineRequestInput;
}>;


export type DeclineReturnMutation = { returnDeclineRequest: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type ProcessReturnMutationVariables = Exact<{
  input: ReturnProcessInput;
}>;


export type ProcessReturnMutation = { returnProcess: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type ReadBeforeRequestQueryVariables = Exact<{
  orderId: string | number;
}>;


export type ReadBeforeRequestQuery = { order: { returns: { nodes: Array<{ id: string, name: string, status: ReturnStatus, createdAt: string, returnLineItems: { nodes: Array<
            | { id: string, quantity: number, fulfillmentLineItem: { id: string } }
            | { id: string, quantity: number }
          > } }> } } | null, returnReasonDefinitions: { nodes: Array<{ id: string, handle: string, deleted: boolean }> } };

export type ReadReturnProgressQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadReturnProgressQuery = { return: { returnLineItems: { nodes: Array<
        | { id: string, processableQuantity: number, processedQuantity: number, refundedQuantity: number }
        | { id: string, processableQuantity: number, processedQuantity: number, refundedQuantity: number }
      >, pageInfo: { hasNextPage: boolean } }, refunds: { edges: Array<{ node: { id: string, note: string | null, createdAt: string | null, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, transactions: { nodes: Array<{ id: string, kind: OrderTransactionKind, gateway: string | null, status: OrderTransactionStatus, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } } }>, pageInfo: { hasNextPage: boolean } } } | null };

export type WhatIsAskedBackFragment = { id: string, name: string, status: ReturnStatus, order: { id: string }, returnLineItems: { nodes: Array<
      | { id: string, quantity: number, processableQuantity: number, processedQuantity: number, refundableQuantity: number, refundedQuantity: number, fulfillmentLineItem: { id: string, lineItem: { id: string } } }
      | { id: string, quantity: number, processableQuantity: number, processedQuantity: number, refundableQuantity: number, refundedQuantity: number }
    >, pageInfo: { hasNextPage: boolean } } };

export type ReadReturnQueryVariables = Exact<{
  id: string | number;
}>;


export type ReadReturnQuery = { return: { id: string, name: string, status: ReturnStatus, decline: { reason: ReturnDeclineReason, note: string | null } | null, refunds: { nodes: Array<{ id: string, note: string | null, createdAt: string | null, totalRefundedSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, transactions: { nodes: Array<{ id: string, kind: OrderTransactionKind, gateway: string | null, status: OrderTransactionStatus, amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } } }> } }>, pageInfo: { hasNextPage: boolean } }, order: { id: string }, returnLineItems: { nodes: Array<
        | { id: string, quantity: number, processableQuantity: number, processedQuantity: number, refundableQuantity: number, refundedQuantity: number, fulfillmentLineItem: { id: string, lineItem: { id: string } } }
        | { id: string, quantity: number, processableQuantity: number, processedQuantity: number, refundableQuantity: number, refundedQuantity: number }
      >, pageInfo: { hasNextPage: boolean } } } | null };

export type RemoveFromReturnMutationVariables = Exact<{
  returnId: string | number;
  lines: Array<ReturnLineItemRemoveFromReturnInput> | ReturnLineItemRemoveFromReturnInput;
}>;


export type RemoveFromReturnMutation = { removeFromReturn: { return: { id: string, status: ReturnStatus } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type RequestReturnMutationVariables = Exact<{
  input: ReturnRequestInput;
}>;


export type RequestReturnMutation = { returnRequest: { return: { id: string, name: string, status: ReturnStatus, order: { id: string }, returnLineItems: { nodes: Array<
          | { id: string, quantity: number, processableQuantity: number, processedQuantity: number, refundableQuantity: number, refundedQuantity: number, fulfillmentLineItem: { id: string, lineItem: { id: string } } }
          | { id: string, quantity: number, processableQuantity: number, processedQuantity: number, refundableQuantity: number, refundedQuantity: number }
        >, pageInfo: { hasNextPage: boolean } } } | null, userErrors: Array<{ code: ReturnErrorCode | null, field: Array<string> | null, message: string }> } | null };

export type SuggestReturnOutcomeQueryVariables = Exact<{
  id: string | number;
  lines: Array<SuggestedOutcomeReturnLineItemInput> | SuggestedOutcomeReturnLineItemInput;
  allocation: RefundMethodAllocation;
  refundShipping?: RefundShippingInput | null | undefined;
}>;


export type SuggestReturnOutcomeQuery = { return: { suggestedFinancialOutcome: { maximumRefundable: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, financialTransfer:
        | { __typename: 'InvoiceReturnOutcome' }
        | { __typename: 'RefundReturnOutcome', amount: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, suggestedTransactions: Array<{ amountSet: { presentmentMoney: { amount: string, currencyCode: CurrencyCode } }, parentTransaction: { id: string } | null }> }
       | null } | null } | null };

export type GrantedScopesQueryVariables = Exact<{ [key: string]: never; }>;


export type GrantedScopesQuery = { currentAppInstallation: { accessScopes: Array<{ handle: string }> } };

export type ReadShopQueryVariables = Exact<{ [key: string]: never; }>;


export type ReadShopQuery = { shop: { id: string, name: string, email: string, contactEmail: string, myshopifyDomain: string, currencyCode: CurrencyCode, ianaTimezone: string, taxesIncluded: boolean, plan: { publicDisplayName: string, partnerDevelopment: boolean }, primaryDomain: { host: string, url: string, localization: { defaultLocale: string, alternateLocales: Array<string> } | null }, domains: Array<{ host: string }>, customerAccountsV2: { customerAccountsVersion: CustomerAccountsVersion, url: string | null } }, storeCreditConfiguration: { storeCreditEnabled: boolean } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const LinesOfOrderFragmentDoc = new TypedDocumentString(`
    fragment LinesOfOrder on LineItemConnection {
  nodes {
    id
    title
    variantTitle
    sku
    quantity
    currentQuantity
    requiresShipping
    isGiftCard
    image {
      url
    }
    originalUnitPriceSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    originalTotalSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    discountAllocations {
      allocatedAmountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    taxLines {
      priceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    product {
      id
      productType
      vendor
      tags
      collections(first: 10) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"LinesOfOrder"}) as unknown as TypedDocumentString<LinesOfOrderFragment, unknown>;
export const ReturnableParcelsFragmentDoc = new TypedDocumentString(`
    fragment ReturnableParcels on ReturnableFulfillmentConnection {
  nodes {
    fulfillment {
      id
      createdAt
      deliveredAt
    }
    returnableFulfillmentLineItems(first: 50) {
      nodes {
        quantity
        fulfillmentLineItem {
          id
          lineItem {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
    `, {"fragmentName":"ReturnableParcels"}) as unknown as TypedDocumentString<ReturnableParcelsFragment, unknown>;
export const RefundPartsFragmentDoc = new TypedDocumentString(`
    fragment RefundParts on Refund {
  id
  note
  createdAt
  totalRefundedSet {
    presentmentMoney {
      amount
      currencyCode
    }
  }
  transactions(first: 10) {
    nodes {
      id
      kind
      gateway
      status
      amountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
  }
}
    `, {"fragmentName":"RefundParts"}) as unknown as TypedDocumentString<RefundPartsFragment, unknown>;
export const WhatIsAskedBackFragmentDoc = new TypedDocumentString(`
    fragment WhatIsAskedBack on Return {
  id
  name
  status
  order {
    id
  }
  returnLineItems(first: 100) {
    nodes {
      id
      quantity
      processableQuantity
      processedQuantity
      refundableQuantity
      refundedQuantity
      ... on ReturnLineItem {
        fulfillmentLineItem {
          id
          lineItem {
            id
          }
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `, {"fragmentName":"WhatIsAskedBack"}) as unknown as TypedDocumentString<WhatIsAskedBackFragment, unknown>;
export const CreditAccountDocument = new TypedDocumentString(`
    mutation CreditAccount($id: ID!, $creditInput: StoreCreditAccountCreditInput!) {
  storeCreditAccountCredit(id: $id, creditInput: $creditInput) {
    storeCreditAccountTransaction {
      id
      createdAt
      expiresAt
      event
      amount {
        amount
        currencyCode
      }
      balanceAfterTransaction {
        amount
        currencyCode
      }
      account {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreditAccountMutation, CreditAccountMutationVariables>;
export const DebitAccountDocument = new TypedDocumentString(`
    mutation DebitAccount($id: ID!, $debitInput: StoreCreditAccountDebitInput!) {
  storeCreditAccountDebit(id: $id, debitInput: $debitInput) {
    storeCreditAccountTransaction {
      id
      createdAt
      event
      amount {
        amount
        currencyCode
      }
      balanceAfterTransaction {
        amount
        currencyCode
      }
      account {
        id
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DebitAccountMutation, DebitAccountMutationVariables>;
export const ReadCreditAccountDocument = new TypedDocumentString(`
    query ReadCreditAccount($customerId: ID!, $which: String!, $after: String) {
  customer(id: $customerId) {
    storeCreditAccounts(first: 2, query: $which) {
      nodes {
        id
        balance {
          amount
          currencyCode
        }
        transactions(first: 50, after: $after, sortKey: CREATED_AT, reverse: true) {
          nodes {
            __typename
            createdAt
            event
            amount {
              amount
              currencyCode
            }
            balanceAfterTransaction {
              amount
              currencyCode
            }
            origin {
              ... on OrderTransaction {
                id
                order {
                  id
                }
              }
            }
            ... on StoreCreditAccountCreditTransaction {
              id
              expiresAt
              remainingAmount {
                amount
                currencyCode
              }
            }
            ... on StoreCreditAccountDebitTransaction {
              id
            }
            ... on StoreCreditAccountDebitRevertTransaction {
              id
              debitTransaction {
                id
              }
            }
            ... on StoreCreditAccountExpirationTransaction {
              creditTransaction {
                id
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadCreditAccountQuery, ReadCreditAccountQueryVariables>;
export const ReadCreditAccountsDocument = new TypedDocumentString(`
    query ReadCreditAccounts($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on StoreCreditAccount {
      id
      balance {
        amount
        currencyCode
      }
      transactions(first: 1, sortKey: CREATED_AT, reverse: true) {
        nodes {
          __typename
          createdAt
          balanceAfterTransaction {
            amount
            currencyCode
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadCreditAccountsQuery, ReadCreditAccountsQueryVariables>;
export const OrdersOfCustomerDocument = new TypedDocumentString(`
    query OrdersOfCustomer($query: String!) {
  orders(first: 10, query: $query, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id
      name
      createdAt
      customer {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrdersOfCustomerQuery, OrdersOfCustomerQueryVariables>;
export const ReadCustomerDocument = new TypedDocumentString(`
    query ReadCustomer($id: ID!) {
  customer(id: $id) {
    id
    firstName
    lastName
    locale
    tags
    numberOfOrders
    defaultEmailAddress {
      emailAddress
    }
  }
}
    `) as unknown as TypedDocumentString<ReadCustomerQuery, ReadCustomerQueryVariables>;
export const ReadSegmentsDocument = new TypedDocumentString(`
    query ReadSegments {
  segments(first: 100, sortKey: LAST_EDIT_DATE, reverse: true) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReadSegmentsQuery, ReadSegmentsQueryVariables>;
export const ReadMembershipDocument = new TypedDocumentString(`
    query ReadMembership($customerId: ID!, $segmentIds: [ID!]!) {
  customerSegmentMembership(customerId: $customerId, segmentIds: $segmentIds) {
    memberships {
      segmentId
      isMember
    }
  }
}
    `) as unknown as TypedDocumentString<ReadMembershipQuery, ReadMembershipQueryVariables>;
export const AnnounceParcelDocument = new TypedDocumentString(`
    mutation AnnounceParcel($id: ID!, $tracking: ReverseDeliveryTrackingInput) {
  reverseDeliveryCreateWithShipping(
    reverseFulfillmentOrderId: $id
    reverseDeliveryLineItems: []
    trackingInput: $tracking
    notifyCustomer: false
  ) {
    reverseDelivery {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnnounceParcelMutation, AnnounceParcelMutationVariables>;
export const DisposeGoodsDocument = new TypedDocumentString(`
    mutation DisposeGoods($goods: [ReverseFulfillmentOrderDisposeInput!]!) {
  reverseFulfillmentOrderDispose(dispositionInputs: $goods) {
    reverseFulfillmentOrderLineItems {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DisposeGoodsMutation, DisposeGoodsMutationVariables>;
export const ReadGoodsBackDocument = new TypedDocumentString(`
    query ReadGoodsBack($id: ID!) {
  return(id: $id) {
    reverseFulfillmentOrders(first: 10) {
      nodes {
        id
        status
        lineItems(first: 50) {
          nodes {
            id
            totalQuantity
            fulfillmentLineItem {
              id
            }
            dispositions {
              quantity
            }
          }
        }
        reverseDeliveries(first: 10) {
          nodes {
            id
            deliverable {
              ... on ReverseDeliveryShippingDeliverable {
                tracking {
                  number
                }
              }
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadGoodsBackQuery, ReadGoodsBackQueryVariables>;
export const ReadLocationsDocument = new TypedDocumentString(`
    query ReadLocations {
  locations(first: 50) {
    nodes {
      id
      name
    }
  }
}
    `) as unknown as TypedDocumentString<ReadLocationsQuery, ReadLocationsQueryVariables>;
export const ReadOrderDocument = new TypedDocumentString(`
    query ReadOrder($id: ID!) {
  order(id: $id) {
    id
    name
    createdAt
    cancelledAt
    test
    email
    phone
    currencyCode
    presentmentCurrencyCode
    taxesIncluded
    tags
    customer {
      id
      firstName
      lastName
      locale
      tags
      numberOfOrders
      defaultEmailAddress {
        emailAddress
      }
    }
    purchasingEntity {
      __typename
    }
    shippingAddress {
      countryCodeV2
      zip
    }
    netPaymentSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    totalRefundedSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    totalRefundedShippingSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    originalTotalDutiesSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    shippingLines(first: 10) {
      nodes {
        isRemoved
        discountedPriceSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
        taxLines {
          priceSet {
            presentmentMoney {
              amount
              currencyCode
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    transactions(first: 100) {
      id
      kind
      status
      gateway
      amountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      parentTransaction {
        id
      }
      paymentDetails {
        __typename
      }
    }
    refunds(first: 50) {
      id
      createdAt
      duties {
        amountSet {
          presentmentMoney {
            amount
            currencyCode
          }
        }
      }
      refundLineItems(first: 50) {
        nodes {
          quantity
          lineItem {
            id
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
    returns(first: 20) {
      nodes {
        id
        status
        returnLineItems(first: 50) {
          nodes {
            quantity
            processedQuantity
            refundedQuantity
            ... on ReturnLineItem {
              fulfillmentLineItem {
                lineItem {
                  id
                }
              }
            }
          }
          pageInfo {
            hasNextPage
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
    lineItems(first: 25) {
      ...LinesOfOrder
    }
  }
  returnableFulfillments(orderId: $id, first: 10) {
    ...ReturnableParcels
  }
}
    fragment LinesOfOrder on LineItemConnection {
  nodes {
    id
    title
    variantTitle
    sku
    quantity
    currentQuantity
    requiresShipping
    isGiftCard
    image {
      url
    }
    originalUnitPriceSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    originalTotalSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    discountAllocations {
      allocatedAmountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    taxLines {
      priceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    product {
      id
      productType
      vendor
      tags
      collections(first: 10) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}
fragment ReturnableParcels on ReturnableFulfillmentConnection {
  nodes {
    fulfillment {
      id
      createdAt
      deliveredAt
    }
    returnableFulfillmentLineItems(first: 50) {
      nodes {
        quantity
        fulfillmentLineItem {
          id
          lineItem {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<ReadOrderQuery, ReadOrderQueryVariables>;
export const ReadOrderLinesDocument = new TypedDocumentString(`
    query ReadOrderLines($id: ID!, $after: String) {
  order(id: $id) {
    lineItems(first: 25, after: $after) {
      ...LinesOfOrder
    }
  }
}
    fragment LinesOfOrder on LineItemConnection {
  nodes {
    id
    title
    variantTitle
    sku
    quantity
    currentQuantity
    requiresShipping
    isGiftCard
    image {
      url
    }
    originalUnitPriceSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    originalTotalSet {
      presentmentMoney {
        amount
        currencyCode
      }
    }
    discountAllocations {
      allocatedAmountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    taxLines {
      priceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
    product {
      id
      productType
      vendor
      tags
      collections(first: 10) {
        nodes {
          id
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<ReadOrderLinesQuery, ReadOrderLinesQueryVariables>;
export const ReadCollectionsDocument = new TypedDocumentString(`
    query ReadCollections($id: ID!, $after: String) {
  product(id: $id) {
    collections(first: 250, after: $after) {
      nodes {
        id
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadCollectionsQuery, ReadCollectionsQueryVariables>;
export const ReadReturnableDocument = new TypedDocumentString(`
    query ReadReturnable($orderId: ID!, $after: String) {
  returnableFulfillments(orderId: $orderId, first: 10, after: $after) {
    ...ReturnableParcels
  }
}
    fragment ReturnableParcels on ReturnableFulfillmentConnection {
  nodes {
    fulfillment {
      id
      createdAt
      deliveredAt
    }
    returnableFulfillmentLineItems(first: 50) {
      nodes {
        quantity
        fulfillmentLineItem {
          id
          lineItem {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`) as unknown as TypedDocumentString<ReadReturnableQuery, ReadReturnableQueryVariables>;
export const OrdersNamedDocument = new TypedDocumentString(`
    query OrdersNamed($asTyped: String!, $withSign: String!) {
  asTyped: orders(first: 5, query: $asTyped, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id
      name
      email
      phone
      customer {
        defaultPhoneNumber {
          phoneNumber
        }
      }
      shippingAddress {
        zip
        phone
      }
      billingAddress {
        zip
        phone
      }
    }
  }
  withSign: orders(first: 5, query: $withSign, sortKey: CREATED_AT, reverse: true) {
    nodes {
      id
      name
      email
      phone
      customer {
        defaultPhoneNumber {
          phoneNumber
        }
      }
      shippingAddress {
        zip
        phone
      }
      billingAddress {
        zip
        phone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrdersNamedQuery, OrdersNamedQueryVariables>;
export const ReadOrderNewsDocument = new TypedDocumentString(`
    query ReadOrderNews($id: ID!) {
  order(id: $id) {
    id
    cancelledAt
    customer {
      id
    }
    refunds(first: 100) {
      id
      note
      createdAt
      return {
        id
      }
      totalRefundedSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadOrderNewsQuery, ReadOrderNewsQueryVariables>;
export const ReadOrderTotalsDocument = new TypedDocumentString(`
    query ReadOrderTotals($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Order {
      id
      name
      createdAt
      totalPriceSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReadOrderTotalsQuery, ReadOrderTotalsQueryVariables>;
export const ReadRefundsOfDocument = new TypedDocumentString(`
    query ReadRefundsOf($orderId: ID!, $lineItemIds: [ID!]!) {
  order(id: $orderId) {
    id
    refunds(first: 100) {
      ...RefundParts
    }
  }
  nodes(ids: $lineItemIds) {
    ... on LineItem {
      id
      refundableQuantity
    }
  }
}
    fragment RefundParts on Refund {
  id
  note
  createdAt
  totalRefundedSet {
    presentmentMoney {
      amount
      currencyCode
    }
  }
  transactions(first: 10) {
    nodes {
      id
      kind
      gateway
      status
      amountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<ReadRefundsOfQuery, ReadRefundsOfQueryVariables>;
export const RefundOrderDocument = new TypedDocumentString(`
    mutation RefundOrder($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund {
      id
      transactions(first: 20) {
        nodes {
          id
          kind
          status
          gateway
          amountSet {
            presentmentMoney {
              amount
              currencyCode
            }
          }
        }
      }
    }
    userErrors {
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RefundOrderMutation, RefundOrderMutationVariables>;
export const ApproveReturnDocument = new TypedDocumentString(`
    mutation ApproveReturn($input: ReturnApproveRequestInput!) {
  returnApproveRequest(input: $input) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveReturnMutation, ApproveReturnMutationVariables>;
export const CancelReturnDocument = new TypedDocumentString(`
    mutation CancelReturn($id: ID!) {
  returnCancel(id: $id) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelReturnMutation, CancelReturnMutationVariables>;
export const CloseReturnDocument = new TypedDocumentString(`
    mutation CloseReturn($id: ID!) {
  returnClose(id: $id) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CloseReturnMutation, CloseReturnMutationVariables>;
export const CreateReturnDocument = new TypedDocumentString(`
    mutation CreateReturn($input: ReturnInput!) {
  returnCreate(returnInput: $input) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateReturnMutation, CreateReturnMutationVariables>;
export const DeclineReturnDocument = new TypedDocumentString(`
    mutation DeclineReturn($input: ReturnDeclineRequestInput!) {
  returnDeclineRequest(input: $input) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineReturnMutation, DeclineReturnMutationVariables>;
export const ProcessReturnDocument = new TypedDocumentString(`
    mutation ProcessReturn($input: ReturnProcessInput!) {
  returnProcess(input: $input) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProcessReturnMutation, ProcessReturnMutationVariables>;
export const ReadBeforeRequestDocument = new TypedDocumentString(`
    query ReadBeforeRequest($orderId: ID!) {
  order(id: $orderId) {
    returns(first: 50, reverse: true) {
      nodes {
        id
        name
        status
        createdAt
        returnLineItems(first: 50) {
          nodes {
            id
            quantity
            ... on ReturnLineItem {
              fulfillmentLineItem {
                id
              }
            }
          }
        }
      }
    }
  }
  returnReasonDefinitions(first: 100) {
    nodes {
      id
      handle
      deleted
    }
  }
}
    `) as unknown as TypedDocumentString<ReadBeforeRequestQuery, ReadBeforeRequestQueryVariables>;
export const ReadReturnProgressDocument = new TypedDocumentString(`
    query ReadReturnProgress($id: ID!) {
  return(id: $id) {
    returnLineItems(first: 100) {
      nodes {
        id
        processableQuantity
        processedQuantity
        refundedQuantity
      }
      pageInfo {
        hasNextPage
      }
    }
    refunds(first: 50) {
      edges {
        node {
          ...RefundParts
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    fragment RefundParts on Refund {
  id
  note
  createdAt
  totalRefundedSet {
    presentmentMoney {
      amount
      currencyCode
    }
  }
  transactions(first: 10) {
    nodes {
      id
      kind
      gateway
      status
      amountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
  }
}`) as unknown as TypedDocumentString<ReadReturnProgressQuery, ReadReturnProgressQueryVariables>;
export const ReadReturnDocument = new TypedDocumentString(`
    query ReadReturn($id: ID!) {
  return(id: $id) {
    ...WhatIsAskedBack
    decline {
      reason
      note
    }
    refunds(first: 50) {
      nodes {
        ...RefundParts
      }
      pageInfo {
        hasNextPage
      }
    }
  }
}
    fragment RefundParts on Refund {
  id
  note
  createdAt
  totalRefundedSet {
    presentmentMoney {
      amount
      currencyCode
    }
  }
  transactions(first: 10) {
    nodes {
      id
      kind
      gateway
      status
      amountSet {
        presentmentMoney {
          amount
          currencyCode
        }
      }
    }
  }
}
fragment WhatIsAskedBack on Return {
  id
  name
  status
  order {
    id
  }
  returnLineItems(first: 100) {
    nodes {
      id
      quantity
      processableQuantity
      processedQuantity
      refundableQuantity
      refundedQuantity
      ... on ReturnLineItem {
        fulfillmentLineItem {
          id
          lineItem {
            id
          }
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}`) as unknown as TypedDocumentString<ReadReturnQuery, ReadReturnQueryVariables>;
export const RemoveFromReturnDocument = new TypedDocumentString(`
    mutation RemoveFromReturn($returnId: ID!, $lines: [ReturnLineItemRemoveFromReturnInput!]!) {
  removeFromReturn(returnId: $returnId, returnLineItems: $lines) {
    return {
      id
      status
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveFromReturnMutation, RemoveFromReturnMutationVariables>;
export const RequestReturnDocument = new TypedDocumentString(`
    mutation RequestReturn($input: ReturnRequestInput!) {
  returnRequest(input: $input) {
    return {
      ...WhatIsAskedBack
    }
    userErrors {
      code
      field
      message
    }
  }
}
    fragment WhatIsAskedBack on Return {
  id
  name
  status
  order {
    id
  }
  returnLineItems(first: 100) {
    nodes {
      id
      quantity
      processableQuantity
      processedQuantity
      refundableQuantity
      refundedQuantity
      ... on ReturnLineItem {
        fulfillmentLineItem {
          id
          lineItem {
            id
          }
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}`) as unknown as TypedDocumentString<RequestReturnMutation, RequestReturnMutationVariables>;
export const SuggestReturnOutcomeDocument = new TypedDocumentString(`
    query SuggestReturnOutcome($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $allocation: RefundMethodAllocation!, $refundShipping: RefundShippingInput) {
  return(id: $id) {
    suggestedFinancialOutcome(
      returnLineItems: $lines
      exchangeLineItems: []
      refundMethodAllocation: $allocation
      refundShipping: $refundShipping
    ) {
      maximumRefundable {
        presentmentMoney {
          amount
          currencyCode
        }
      }
      financialTransfer {
        __typename
        ... on RefundReturnOutcome {
          amount {
            presentmentMoney {
              amount
              currencyCode
            }
          }
          suggestedTransactions {
            amountSet {
              presentmentMoney {
                amount
                currencyCode
              }
            }
            parentTransaction {
              id
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestReturnOutcomeQuery, SuggestReturnOutcomeQueryVariables>;
export const GrantedScopesDocument = new TypedDocumentString(`
    query GrantedScopes {
  currentAppInstallation {
    accessScopes {
      handle
    }
  }
}
    `) as unknown as TypedDocumentString<GrantedScopesQuery, GrantedScopesQueryVariables>;
export const ReadShopDocument = new TypedDocumentString(`
    query ReadShop {
  shop {
    id
    name
    email
    contactEmail
    myshopifyDomain
    currencyCode
    ianaTimezone
    taxesIncluded
    plan {
      publicDisplayName
      partnerDevelopment
    }
    primaryDomain {
      host
      url
      localization {
        defaultLocale
        alternateLocales
      }
    }
    domains {
      host
    }
    customerAccountsV2 {
      customerAccountsVersion
      url
    }
  }
  storeCreditConfiguration {
    storeCreditEnabled
  }
}
    `) as unknown as TypedDocumentString<ReadShopQuery, ReadShopQueryVariables>;