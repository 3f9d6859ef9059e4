"""Names whose kind does not depend on the setting: places, their peoples, bodies of the news.

Every entry is a `word_key`, several words joined by a space.
"""

from __future__ import annotations

__all__ = ["ORGANISATIONS", "PEOPLES", "PLACES"]

_COUNTRIES = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia
bosnia_and_herzegovina botswana brazil brunei bulgaria burkina_faso burma burundi cambodia
cameroon canada cape_verde central_african_republic chile china colombia comoros congo costa_rica
croatia cuba cyprus czech_republic czechia denmark djibouti dominican_republic ecuador egypt
el_salvador equatorial_guinea eritrea estonia eswatini ethiopia fiji finland france gabon gambia
germany ghana great_britain greece greenland grenada guatemala guinea guyana haiti honduras
hungary iceland india indonesia iran iraq ireland israel italy ivory_coast jamaica japan jordan
kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein
lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal
netherlands new_zealand nicaragua niger nigeria north_korea north_macedonia northern_ireland
norway oman pakistan palau palestine panama papua_new_guinea paraguay peru philippines poland
portugal puerto_rico qatar romania russia rwanda samoa san_marino saudi_arabia scotland senegal
serbia seychelles sierra_leone singapore slovakia slovenia solomon_islands somalia somaliland
south_africa south_korea south_sudan soviet_union spain sri_lanka sudan suriname sweden
switzerland syria taiwan tajikistan tanzania thailand tibet togo tonga trinidad
trinidad_and_tobago tunisia turkey turkiye turkmenistan tuvalu uae uganda uk ukraine
united_arab_emirates united_kingdom united_states united_states_of_america uruguay us usa ussr
uzbekistan vanuatu vatican venezuela vietnam wales western_sahara yemen yugoslavia zambia zimbabwe
england britain
"""
_REGIONS = """
africa antarctica arctic asia europe america north_america south_america central_america
latin_america middle_east far_east southeast_asia central_asia east_africa west_africa
north_africa eastern_europe western_europe scandinavia balkans caucasus caribbean crimea donbas
gaza gaza_strip west_bank golan_heights sinai kurdistan kashmir punjab xinjiang siberia chechnya
catalonia bavaria flanders sahel sahara amazon himalayas alps andes mediterranean
mediterranean_sea black_sea red_sea baltic_sea caspian_sea south_china_sea persian_gulf
gulf_of_mexico gulf_of_aden strait_of_hormuz suez_canal panama_canal atlantic pacific
atlantic_ocean pacific_ocean indian_ocean arctic_ocean danube nile rhine mississippi_river alabama
alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina
north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee
texas utah vermont west_virginia wisconsin wyoming alberta british_columbia manitoba newfoundland
nova_scotia ontario quebec saskatchewan new_south_wales queensland tasmania
"""
_CITIES = """
abidjan abuja accra addis_ababa aden aleppo alexandria algiers amman amsterdam ankara antwerp
astana athens atlanta auckland austin baghdad baku baltimore bangkok barcelona basra beijing
beirut belfast belgrade benghazi berlin bern birmingham bogota bonn boston brasilia bratislava
brisbane bristol brussels bucharest budapest buenos_aires cairo calgary canberra cape_town caracas
cardiff casablanca chicago cincinnati cologne colombo copenhagen cleveland dakar dallas damascus
dar_es_salaam delhi denver detroit dhaka doha donetsk dubai dublin durban edinburgh erbil
frankfurt geneva glasgow guangzhou hague hamburg hanoi harare havana helsinki hiroshima hong_kong
honolulu houston hyderabad idlib islamabad istanbul jakarta jeddah jerusalem johannesburg juba
kabul kampala kandahar karachi kathmandu kharkiv khartoum kiev kigali kinshasa kirkuk kolkata
kuala_lumpur kyiv kyoto la_paz lagos lahore las_vegas leeds lima lisbon liverpool london
los_angeles lusaka luxembourg_city lviv madrid manchester manhattan manila marseille mecca medina
melbourne mexico_city miami milan milwaukee minneapolis minsk mogadishu montevideo montreal moscow
mosul mumbai munich nairobi naples new_delhi new_orleans new_york_city nicosia odesa odessa osaka
oslo ottawa oxford paris perth philadelphia phnom_penh phoenix pittsburgh portland prague pretoria
pristina pyongyang quito rabat raqqa riga rio_de_janeiro riyadh rome rotterdam sacramento
san_antonio san_diego san_francisco san_jose sanaa santiago sao_paulo sarajevo seattle seoul
shanghai sheffield shenzhen sofia st_petersburg saint_petersburg stockholm stuttgart sydney taipei
tallinn tashkent tbilisi tehran tel_aviv tokyo toronto tripoli tunis turin ulaanbaatar vancouver
vienna vilnius warsaw washington_dc wuhan yangon yerevan zagreb zurich
"""
_PEOPLES = """
afghan african albanian algerian american angolan arab arabic argentine argentinian armenian asian
australian austrian azerbaijani bahraini bangladeshi basque belarusian belgian bolivian bosnian
brazilian british bulgarian burmese cambodian cameroonian canadian catalan chechen chilean chinese
christian colombian congolese croatian cuban cypriot czech danish dutch ecuadorian egyptian
english estonian ethiopian european filipino finnish french gambian georgian german ghanaian greek
guatemalan haitian hindu honduran hungarian icelandic indian indonesian iranian iraqi irish
islamic israeli italian jamaican japanese jewish jordanian kashmiri kazakh kenyan korean kosovar
kurdish kuwaiti latin latino latvian lebanese liberian libyan lithuanian macedonian malaysian
maltese maori mexican moldovan mongolian moroccan mozambican muslim namibian nepalese nicaraguan
nigerian north_korean norwegian omani pakistani palestinian panamanian peruvian polish portuguese
qatari roman romanian russian rwandan saudi scottish senegalese serbian shia shiite sikh
singaporean slovak slovenian somali south_african south_korean soviet spanish sudanese sunni
swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian turkish turkmen ugandan
ukrainian uighur uyghur uruguayan uzbek venezuelan vietnamese welsh yazidi yemeni zambian
zimbabwean houthi republican democrat
catholic protestant orthodox buddhist mormon iraqis syrians
"""
_ORGANISATIONS = """
african_union al_jazeera al_qaeda al_qaida al_shabaab amazon amnesty_international apple
arab_league associated_press bbc boeing boko_haram bundestag capitol_hill cia cnn congress daesh
european_commission european_union eu facebook fatah fbi fifa gazprom google greenpeace
guardian hamas hezbollah hizbollah human_rights_watch imf instagram interpol irna
islamic_state knesset kremlin labour mossad microsoft nasa nato new_york_times oecd opec pentagon
politburo red_crescent red_cross reuters supreme_court taliban tass tesla tories
toyota twitter unesco unhcr unicef un united_nations wagner wall_street_journal washington_post
white_house who wikileaks world_bank world_food_programme world_health_organization xinhua youtube
"""


def _entries(*lists: str) -> frozenset[str]:
    return frozenset(name.replace("_", " ") for names in lists for name in names.split())


ORGANISATIONS = _entries(_ORGANISATIONS)
PLACES = _entries(_COUNTRIES, _REGIONS, _CITIES)
_SINGULAR = _entries(_PEOPLES)
PEOPLES = _SINGULAR | frozenset(f"{name}s" for name in _SINGULAR)
