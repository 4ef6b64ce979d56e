-- The kinds of unit with which a district began on the day of this migration, for the districts that were there before.
INSERT INTO unit_kinds (tenant_id, id, name, kind, aliases, ordinal, row_version)
SELECT p.tenant_id, gen_random_uuid(), k.name, k.kind, k.aliases, k.ordinal, 1
FROM places p CROSS JOIN (VALUES
    ('机关', 'Government', E'党政机关\n政府机关\n行政机关\n政府部门\nGovernment organ', 1),
    ('事业单位', 'PublicInstitution', E'事业\nPublic institution', 2),
    ('国有企业', 'StateEnterprise', E'国企\n央企\n中央企业\n国有控股企业\nState-owned enterprise', 3),
    ('非公企业', 'PrivateEnterprise', E'民营企业\n民企\n私营企业\n非公有制企业\n两新组织\n外资企业\n企业\nPrivate enterprise', 4),
    ('社会组织', 'SocialOrganization', E'社会团体\n社团\n协会\n商会\n民办非企业单位\n民非\nSocial organization', 5),
    ('学校', 'School', E'院校\n高校\n大学\n中学\n小学\n幼儿园\n教育机构\nSchool', 6),
    ('医院、卫生机构', 'Hospital', E'医院\n医院/卫生\n医疗机构\n卫生院\n卫生\n卫生机构\n社区卫生服务中心\nHospital or health institution', 7),
    ('金融机构', 'Bank', E'银行\n金融\n保险\n金融单位\nFinancial institution', 8),
    ('公安（派出所）', 'Police', E'公安\n派出所\n公安机关\nPolice', 9),
    ('消防、应急', 'FireAndEmergency', E'消防\n消防/应急\n应急\n消防救援站\nFire and emergency services', 10),
    ('部队、武警', 'Military', E'部队\n部队/武警\n武警\n军队\n驻军\nMilitary or armed police', 11),
    ('垂管单位', 'VerticalAgency', E'垂直管理单位\n垂管部门\n税务\n海关\nVertically managed agency', 12),
    ('物业服务企业', 'PropertyCompany', E'物业\n物业公司\n物业企业\nProperty service company', 13),
    ('园区、商圈、楼宇', 'ParkOrBuilding', E'园区\n园区/商圈/楼宇\n商圈\n楼宇\n商务楼宇\n产业园区\n商场\nPark, business area or office building', 14),
    ('村集体', 'VillageCollective', E'村集体经济组织\n村级集体\nVillage collective', 15),
    ('其他', 'Other', E'其它\nOther', 16)
) AS k (name, kind, aliases, ordinal)
WHERE p.parent_id IS NULL;
