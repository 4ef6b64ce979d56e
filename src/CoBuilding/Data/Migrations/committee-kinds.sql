-- The kinds of committee with which a district began on the day of this migration, with the ranges that the districts set before.
INSERT INTO committee_kinds (tenant_id, id, name, kind, level, convener_title, deputy_title, member_title, term_years, min, max, requires_reason, warns_even, ordinal, row_version)
SELECT p.tenant_id, gen_random_uuid(), k.name, k.kind, k.level, k.convener, k.deputy, k.member, k.years, coalesce(q.min, k.min), coalesce(q.max, k.max),
    coalesce(q.requires_reason, false), false, k.ordinal, 1
FROM places p CROSS JOIN (VALUES
    ('区共建互补指导委员会', 'Guidance', 'District', '主任', '副主任', '委员', 5, NULL::int, NULL::int, 1),
    ('街道共建互补协调委员会', 'Coordination', 'Street', '主任', '副主任', '委员', 5, NULL, NULL, 2),
    ('社区共建互补协商委员会', 'Consultation', 'Community', '主任', '副主任', '委员', 5, NULL, NULL, 3),
    ('街道大工委', 'BigWorking', 'Street', '书记', '副书记', '兼职委员', 5, 8, 10, 4),
    ('社区大党委', 'BigParty', 'Community', '书记', '副书记', '兼职委员', 5, 3, 5, 5),
    ('党建联合体', 'Consortium', NULL, '召集人', '副召集人', '成员', 3, NULL, NULL, 6)
) AS k (name, kind, level, convener, deputy, member, years, min, max, ordinal)
LEFT JOIN quotas q ON q.tenant_id = p.tenant_id AND q.kind = k.kind
WHERE p.parent_id IS NULL;
