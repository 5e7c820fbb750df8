/*
title_ja: 市町村・日常生活圏域の数
title_en: How many municipalities and everyday-life areas
question_ja: 資料が何かを述べている市町村・日常生活圏域はいくつか
question_en: Of how many municipalities and everyday-life areas does some source speak?
parameters:
  as_of: {type: date, default: today, about_ja: この日に有効なもの, about_en: what is valid on this day}
takes: lookups/areas_counted
returns: [population]
since: 1
*/
